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

/** Deletes a student. */
@Command(
    name = "delete",
    description = "Delete a student, so that it can be restored; the e-mail address is free again.",
    footerHeading = "%nExamples:%n",
    footer = {"  students delete s-1", "  students delete s-1 --expected-version 3"})
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class DeleteCommand extends TargetCommand {

  @Parameters(paramLabel = "ID", description = "The student's id.")
  private StudentId id;

  @Mixin private ExpectedVersion expectedVersion;

  @Override
  Answer run(OpenTarget target) {
    StudentStore store = store(target);
    OptionalLong version = expectedVersion.get();
    Student student =
        version.isPresent() ? store.softDelete(id, version.getAsLong()) : store.softDelete(id);
    return new StudentAnswer(student);
  }

  @Override
  Optional<Repetition> repetition() {
    return Optional.of(
        Repetition.ofTheSame(
            "It may have taken effect all the same. Run it again: repeating it changes nothing more."));
  }
}
