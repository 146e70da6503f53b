package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.data.EmailAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a student by e-mail address. */
@Command(
    name = "find",
    description = "Show the student with an e-mail address.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  students find ada@example.com",
      "  students find ada@example.com --output json | jq -r .student.id"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class FindCommand extends TargetCommand {

  @Parameters(paramLabel = "EMAIL", description = "The address, in any case.")
  private EmailAddress email;

  @Override
  Answer run(OpenTarget target) {
    return store(target)
        .findByEmail(email)
        .<Answer>map(StudentAnswer::new)
        .orElseGet(FindCommand::notFound);
  }

  /** Omits the address, which is personal data. */
  private static Failure notFound() {
    return Failure.of(
        Outcome.NOT_FOUND,
        ErrorKind.STUDENT_NOT_FOUND,
        "There is no student with this e-mail address. One that was created or changed this very"
            + " second may show up in a moment; deleted students have no address to be found by.");
  }
}
