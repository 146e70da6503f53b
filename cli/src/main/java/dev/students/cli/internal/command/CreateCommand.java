package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.StudentId;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Creates a student. */
@Command(
    name = "create",
    description = "Create a student; no other student may have the e-mail address.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  students create --first-name Ada --last-name Lovelace \\",
      "      --email ada@example.com",
      "  students create --id s-1 --first-name Ada --last-name Lovelace \\",
      "      --email ada@example.com --output json"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class CreateCommand extends TargetCommand {

  @Option(
      names = "--first-name",
      required = true,
      paramLabel = "NAME",
      description = "Required; up to 100 characters of any script.")
  private PersonName firstName;

  @Option(
      names = "--last-name",
      required = true,
      paramLabel = "NAME",
      description = "Required; up to 100 characters of any script.")
  private PersonName lastName;

  @Option(
      names = "--email",
      required = true,
      paramLabel = "EMAIL",
      description = "Required; kept as typed, compared without regard to case.")
  private EmailAddress email;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description =
          "The student's id: up to 128 of A-Z a-z 0-9 . _ : -. Random when left out."
              + " With it, the command can be repeated safely.")
  private StudentId id = StudentId.random();

  @Override
  Answer run(OpenTarget target) {
    return new StudentAnswer(
        store(target).create(NewStudent.of(firstName, lastName, email).withId(id)));
  }

  @Override
  Optional<Repetition> repetition() {
    return Optional.of(
        new Repetition(
            "It may have taken effect all the same. Run it again with --id "
                + id.value()
                + ": the student is then created once.",
            List.of("--id", id.value())));
  }
}
