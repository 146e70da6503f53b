package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.data.EmailAddress;
import dev.students.data.PersonName;
import dev.students.data.StudentId;
import dev.students.data.StudentUpdate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes names or e-mail address. */
@Command(
    name = "update",
    description = "Change a student's names or e-mail address; omitted values stay unchanged.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  students update s-1 --last-name King",
      "  students update s-1 --email ada@example.org --expected-version 3"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class UpdateCommand extends TargetCommand {

  @Parameters(paramLabel = "ID", description = "The student's id.")
  private StudentId id;

  @Option(names = "--first-name", paramLabel = "NAME", description = "The new first name.")
  private @Nullable PersonName firstName;

  @Option(names = "--last-name", paramLabel = "NAME", description = "The new last name.")
  private @Nullable PersonName lastName;

  @Option(names = "--email", paramLabel = "EMAIL", description = "The new e-mail address.")
  private @Nullable EmailAddress email;

  @Mixin private ExpectedVersion expectedVersion;

  @Override
  void check() {
    if (firstName == null && lastName == null && email == null) {
      throw usage("Say what to change: --first-name, --last-name or --email.");
    }
  }

  @Override
  Answer run(OpenTarget target) {
    return new StudentAnswer(
        store(target)
            .update(
                id,
                new StudentUpdate(
                    Optional.ofNullable(firstName),
                    Optional.ofNullable(lastName),
                    Optional.ofNullable(email),
                    expectedVersion.get())));
  }

  @Override
  Optional<Repetition> repetition() {
    return Optional.of(
        Repetition.ofTheSame(
            "It may have taken effect all the same. See with students get what the student is now; it is safe to run this again."));
  }

  @Override
  String whenNotFound() {
    return " If it was deleted, restore it first: students restore " + id.value() + ".";
  }
}
