package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes a student or undoes that. */
@SuppressWarnings("NullAway.Init") // picocli sets what is required
abstract class DeletionCommand extends TargetCommand {

  @Parameters(paramLabel = "ID", description = "The student's id.")
  private StudentId id;

  @Mixin private ExpectedVersion expectedVersion;

  /** Carries out the command, if the student has the expected version. */
  abstract Student change(StudentStore store, StudentId id, OptionalLong version);

  @Override
  final Answer run(OpenTarget target) {
    return new StudentAnswer(change(store(target), id, expectedVersion.get()));
  }

  @Override
  final Optional<Repetition> repetition() {
    return Optional.of(
        Repetition.ofTheSame(
            "It may have taken effect all the same. Run it again: repeating it changes nothing"
                + " more."));
  }
}
