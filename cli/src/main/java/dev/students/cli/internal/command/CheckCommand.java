package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.output.ProgressLine;
import dev.students.cli.internal.targets.ExportedTable;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.operations.Finding;
import dev.students.operations.ProgressListener;
import dev.students.operations.ReadEstimate;
import dev.students.operations.TableCheck;
import dev.students.operations.TableExportFolder;
import dev.students.operations.TableReader;
import dev.students.operations.TableRepair;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a table, and repairs it. */
@Command(
    name = "check",
    description =
        "Read the whole table and report each inconsistency by kind and key, without names and"
            + " addresses. Safe while others write. Exit code 4 if there are any.",
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
          "Repair what has exactly one remedy, with conditional writes, and list what needs a"
              + " person.")
  private boolean repair;

  @Option(
      names = "--dry-run",
      description = "With --repair: report what would be done; write nothing.")
  private boolean dryRun;

  @Mixin private ExportOption source = new ExportOption();
  @Mixin private ReadOptions reading = new ReadOptions();
  @Mixin private ReadCost cost = new ReadCost();

  private boolean broken;

  @Override
  Optional<ExportedTable> exportedTable() {
    return source.table();
  }

  @Override
  void check() {
    reading.check(this);
    if (dryRun && !repair) {
      throw usage("--dry-run requires --repair: check alone writes nothing.");
    }
    if (repair && source.table().isPresent()) {
      throw usage("--repair needs the table: an export cannot be repaired.");
    }
  }

  @Override
  Answer run(OpenTarget target) {
    TableReader reader = reading.reader(target);
    ReadEstimate estimate = reader.estimate();
    Optional<Failure> refusal = cost.refusal(console(), target, () -> estimate);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return repair
        ? repair(reader, TableCheck.of(reader), estimate.items())
        : check(TableCheck.of(reader), estimate.items());
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
                .run(finding -> report(finding, findings)),
            findings,
            console());
      } catch (OutputGoneException e) {
        return new NothingToSay(broken ? Outcome.BROKEN : Outcome.DONE);
      }
    }
  }

  private void report(Finding finding, ResultStream findings) {
    broken = broken || finding.kind().isBroken();
    findings.add(FindingEntry.of(finding));
  }

  private Answer repair(TableReader reader, TableCheck check, long whole) {
    try (ProgressLine line = new ProgressLine(console(), "Checking", "items")) {
      ResultStream findings = new ResultStream(console(), format(), line, Long.MAX_VALUE);
      TableRepair repair =
          TableRepair.of(reader, check.withListener(ReadOptions.listener(line, whole)));
      return new RepairAnswer(
          (dryRun ? repair.dryRun() : repair).run(told -> findings.add(FindingEntry.of(told))),
          findings,
          console());
    }
  }

  private ProgressListener whileSomebodyReads(ProgressLine line, long whole) {
    ProgressListener drawn = ReadOptions.listener(line, whole);
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

  /**
   * The reader of the results has closed the pipe, as {@code head} does, so the rest is not needed.
   */
  private static final class OutputGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }
}
