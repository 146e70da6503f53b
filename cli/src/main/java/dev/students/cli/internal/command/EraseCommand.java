package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Counted;
import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.data.StudentId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Erases a student permanently. */
@Command(
    name = "erase",
    description =
        "Remove a student for good, with e-mail address and awards. Asks for confirmation; cannot be undone.",
    footerHeading = "%nExamples:%n",
    footer = {"  students erase s-1", "  students erase s-1 --confirm s-1"})
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class EraseCommand extends TargetCommand {

  @Parameters(paramLabel = "ID", description = "The student's id.")
  private StudentId id;

  @Option(
      names = "--confirm",
      paramLabel = "ID",
      description = "The id again, to confirm without a prompt.")
  private @Nullable String confirm;

  @Override
  Answer run(OpenTarget target) {
    Confirmation confirmation =
        new Confirmation(
            "This removes student " + id.value() + " and all awards for good.",
            id.value(),
            "--confirm");
    Optional<Failure> refusal = confirmation.refusal(console(), confirm);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    store(target).erase(id);
    return new ErasureAnswer(id, writes().deletedItems(), Outcome.DONE);
  }

  @Override
  Failure withWorkDone(Failure failure) {
    long items = writes().deletedItems();
    return items == 0
        ? failure
        : failure.after(
            new ErasureAnswer(id, items, failure.outcome()),
            "%s of %s had been removed.".formatted(Counted.of(items, "item"), id.value()));
  }

  @Override
  Optional<Repetition> repetition() {
    return Optional.of(Repetition.ofTheSame("Run it again: it resumes where it stopped."));
  }
}
