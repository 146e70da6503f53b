package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Format;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.data.StudentId;
import dev.students.operations.StudentListing;
import dev.students.operations.TableReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists students. */
@Command(
    name = "list",
    description =
        "List students, a page at a time, in the table's order, which is arbitrary but stable."
            + " Exit code 4 if a malformed item was left out.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  students list",
      "  students list --limit 20 --after s-17",
      "  students list --all | less",
      "  students list --all --output jsonl | jq -r .email"
    })
final class ListCommand extends TargetCommand {

  private static final long PAGE = 100;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The largest number of students; 100 by default.")
  private @Nullable Long limit;

  @Option(names = "--all", description = "List all students.")
  private boolean all;

  @Option(
      names = "--after",
      paramLabel = "ID",
      description = "Start after this student, the last one of the previous page.")
  private @Nullable StudentId after;

  @Option(names = "--deleted", description = "List deleted students too.")
  private boolean deleted;

  @Mixin private ReadCost cost = new ReadCost();

  @Override
  void check() {
    if (all && limit != null) {
      throw usage("Give --limit or --all, not both.");
    }
    if (limit != null && limit < 1) {
      throw usage("--limit must be 1 or more.");
    }
  }

  @Override
  Answer run(OpenTarget target) {
    if (all) {
      TableReader reader = TableReader.create(target.client(), target.tableName());
      Optional<Failure> refusal = cost.refusal(console(), target, reader::estimate);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    StudentListing listing = StudentListing.create(target.client(), target.tableName());
    long most = all ? Long.MAX_VALUE : Optional.ofNullable(limit).orElse(PAGE);
    StudentPages pages =
        new StudentPages(
            deleted ? listing.includingDeleted() : listing, Optional.ofNullable(after), most);
    if (format() == Format.json) {
      pages.readAll(); // the one object says how the command ended before it lists the students
    }
    return new ListAnswer(pages, console());
  }
}
