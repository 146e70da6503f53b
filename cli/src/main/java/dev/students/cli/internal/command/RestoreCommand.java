package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Restores a student. */
@Command(
    name = "restore",
    description = "Restore a deleted student; the e-mail address must still be free.",
    footerHeading = "%nExamples:%n",
    footer = {"  students restore s-1", "  students restore s-1 --expected-version 3"})
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class RestoreCommand extends TargetCommand {

  @Parameters(paramLabel = "ID", description = "The student's id.")
  private StudentId id;

  @Mixin private ExpectedVersion expectedVersion;

  @Override
  Answer run(OpenTarget target) {
    StudentStore store = store(target);
    OptionalLong version = expectedVersion.get();
    Student student =
        version.isPresent() ? store.restore(id, version.getAsLong()) : store.restore(id);
    return new StudentAnswer(student);
  }

  @Override
  Optional<Repetition> repetition() {
    return Optional.of(
        Repetition.ofTheSame(
            "It may have taken effect all the same. Run it again: repeating it changes nothing more."));
  }
}
