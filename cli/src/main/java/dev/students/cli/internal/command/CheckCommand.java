package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.output.ProgressLine;
import dev.students.cli.internal.targets.ExportedTable;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.operations.ProgressListener;
import dev.students.operations.TableCheck;
import dev.students.operations.TableExportFolder;
import dev.students.operations.TableReader;
import dev.students.operations.TableRepair;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a table, and repairs it. */
@Command(
    name = "check",
    description =
        "Read the whole table and report each broken promise, by kind and key: never a name or an"
            + " address. Safe while others write. Exit code 4 when something is broken.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  students check",
      "  students check --output jsonl | jq -r 'select(.broken) | .key'",
      "  students check --repair --dry-run",
      "  students check --from-export ./export --output json"
    })
final class CheckCommand extends TargetCommand {

  @Option(
      names = "--repair",
      description =
          "Mend what has one right answer, by conditional writes, and list what needs a person.")
  private boolean repair;

  @Option(names = "--dry-run", description = "With --repair: say what it would do; write nothing.")
  private boolean dryRun;

  @Option(
      names = "--from-export",
      paramLabel = "FOLDER",
      converter = TargetValues.Folder.class,
      description = "Check an export that DynamoDB made to S3, copied to this folder.")
  private @Nullable Path fromExport;

  @Mixin private ReadOptions reading = new ReadOptions();
  @Mixin private ReadCost cost = new ReadCost();

  @Override
  Optional<ExportedTable> exportedTable() {
    return Optional.ofNullable(fromExport).map(ExportedTable::new);
  }

  @Override
  void check() {
    int unused =
        within(ReadOptions.CONCURRENCY, reading.concurrency(), 1, ReadOptions.MOST_CONCURRENT);
    if (dryRun && !repair) {
      throw usage("--dry-run goes with --repair: check alone writes nothing.");
    }
    if (repair && fromExport != null) {
      throw usage("--repair needs the table: an export cannot be repaired.");
    }
  }

  @Override
  Answer run(OpenTarget target) {
    TableReader reader = reading.reader(target);
    Optional<Failure> refusal = cost.refusal(console(), target, reader::estimate);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    long whole = reader.estimate().items();
    return repair
        ? repair(reader, TableCheck.of(reader), whole)
        : check(TableCheck.of(reader), whole);
  }

  @Override
  Answer run(ExportedTable exported) {
    TableExportFolder folder = TableExportFolder.open(exported.folder());
    return check(TableCheck.ofSnapshot(folder), folder.items());
  }

  private Answer check(TableCheck check, long whole) {
    try (ProgressLine line = new ProgressLine(console(), "Checking", "items")) {
      ResultStream findings = new ResultStream(console(), format(), line, Long.MAX_VALUE);
      try {
        return new CheckAnswer(
            check
                .withListener(whileSomebodyReads(line, whole))
                .run(finding -> findings.add(FindingEntry.of(finding))),
            findings,
            console());
      } catch (OutputGoneException e) {
        return new NothingToSay(findings.count() > 0 ? Outcome.BROKEN : Outcome.DONE);
      }
    }
  }

  private Answer repair(TableReader reader, TableCheck check, long whole) {
    try (ProgressLine line = new ProgressLine(console(), "Checking", "items")) {
      ResultStream findings = new ResultStream(console(), format(), line, Long.MAX_VALUE);
      TableRepair repair = TableRepair.of(reader, check.withListener(listener(line, whole)));
      return new RepairAnswer(
          (dryRun ? repair.dryRun() : repair).run(told -> findings.add(FindingEntry.of(told))),
          findings,
          console());
    }
  }

  /** Draws the progress of reading a table of about that many items. */
  static ProgressListener listener(ProgressLine line, long whole) {
    return progress -> line.show(progress.items(), ReadOptions.fraction(progress.items(), whole));
  }

  private ProgressListener whileSomebodyReads(ProgressLine line, long whole) {
    ProgressListener drawn = listener(line, whole);
    return progress -> {
      if (console().outputIsGone()) {
        throw new OutputGoneException();
      }
      drawn.onProgress(progress);
    };
  }

  @Override
  Optional<Repetition> repetition() {
    return Optional.of(Repetition.ofTheSame("Run it again: what is repaired stays repaired."));
  }

  /** The reader of the results has gone, as {@code head} goes: nobody needs the rest. */
  private static final class OutputGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }
}
