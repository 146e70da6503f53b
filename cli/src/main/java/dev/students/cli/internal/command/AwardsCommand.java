package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.data.FindOption;
import dev.students.data.StudentId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists a student's awards. */
@Command(
    name = "awards",
    description = "List the XP awarded to a student.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  students awards s-1",
      "  students awards s-1 --output json | jq '[.awards[].amount] | add'"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class AwardsCommand extends TargetCommand {

  @Parameters(paramLabel = "ID", description = "The student's id.")
  private StudentId id;

  @Option(names = "--include-deleted", description = "List those of a deleted student too.")
  private boolean includeDeleted;

  @Override
  Answer run(OpenTarget target) {
    FindOption[] options =
        includeDeleted ? new FindOption[] {FindOption.INCLUDE_DELETED} : new FindOption[0];
    return new AwardsAnswer(id, store(target).awards(id, options));
  }

  @Override
  String whenNotFound() {
    return " If it was deleted, --include-deleted lists its awards.";
  }
}
