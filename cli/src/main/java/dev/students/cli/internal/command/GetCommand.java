package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.data.FindOption;
import dev.students.data.StudentId;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a student by id. */
@Command(
    name = "get",
    description = "Show a student by id.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  students get s-1",
      "  students get s-1 --include-deleted",
      "  students get s-1 --environment staging --output json"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class GetCommand extends TargetCommand {

  @Parameters(paramLabel = "ID", description = "The student's id.")
  private StudentId id;

  @Option(names = "--include-deleted", description = "Show a deleted student too.")
  private boolean includeDeleted;

  @Option(
      names = "--eventually-consistent",
      description = "Read eventually consistently, for half the read units.")
  private boolean eventuallyConsistent;

  @Override
  Answer run(OpenTarget target) {
    List<FindOption> options = new ArrayList<>();
    if (includeDeleted) {
      options.add(FindOption.INCLUDE_DELETED);
    }
    if (eventuallyConsistent) {
      options.add(FindOption.EVENTUALLY_CONSISTENT);
    }
    return store(target)
        .findById(id, options.toArray(FindOption[]::new))
        .<Answer>map(StudentAnswer::new)
        .orElseGet(() -> notFound(includeDeleted));
  }

  private Failure notFound(boolean deletedToo) {
    String deleted = deletedToo ? "" : " If it was deleted, --include-deleted shows it.";
    return Failure.of(
        Outcome.NOT_FOUND,
        ErrorKind.STUDENT_NOT_FOUND,
        "There is no student " + id.value() + "." + deleted);
  }
}
