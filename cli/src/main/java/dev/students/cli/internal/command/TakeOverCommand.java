package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.output.ProgressLine;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.operations.ReadEstimate;
import dev.students.operations.RepairOutcome;
import dev.students.operations.TableCheck;
import dev.students.operations.TableReader;
import dev.students.operations.TakeOver;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes over the table of a legacy client. */
@Command(
    name = "take-over",
    description =
        "Take over the table of a legacy client: verify its keys and indexes, reserve every"
            + " e-mail address that is free, list the students that share one, and check the rest."
            + " Can be run again.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  students take-over --endpoint http://localhost:8000 --table old --dry-run",
      "  students take-over --environment production --yes"
    })
final class TakeOverCommand extends TargetCommand {

  @Option(names = "--dry-run", description = "Report what would be done; write nothing.")
  private boolean dryRun;

  @Mixin private ReadOptions reading = new ReadOptions();
  @Mixin private ReadCost cost = new ReadCost();

  @Override
  void check() {
    reading.check(this);
  }

  @Override
  Answer run(OpenTarget target) {
    TableReader reader = reading.reader(target);
    List<String> missing = TakeOver.of(reader, TableCheck.of(reader)).missing();
    if (!missing.isEmpty()) {
      return Failure.of(Outcome.REFUSED, ErrorKind.TABLE_NOT_SUITABLE, String.join(" ", missing));
    }
    ReadEstimate once = reader.estimate();
    Optional<Failure> refusal = cost.refusal(console(), target, () -> inAll(once));
    return refusal.isPresent() ? refusal.get() : takeOver(reader, once.items());
  }

  /** The table is read once for the repair and once for the final check. */
  private ReadEstimate inAll(ReadEstimate once) {
    return dryRun
        ? once
        : new ReadEstimate(2 * once.items(), 2 * once.bytes(), 2 * once.readUnits());
  }

  private Answer takeOver(TableReader reader, long whole) {
    try (ProgressLine line = new ProgressLine(console(), "Taking over", "items")) {
      ResultStream findings = new ResultStream(console(), format(), line, Long.MAX_VALUE);
      TableCheck check = TableCheck.of(reader).withListener(ReadOptions.listener(line, whole));
      TakeOver takeOver = TakeOver.of(reader, check);
      if (dryRun) {
        return new RepairAnswer(
            takeOver.dryRun(
                told -> {
                  if (told.outcome() != RepairOutcome.WOULD_BE_REPAIRED) {
                    findings.add(FindingEntry.of(told));
                  }
                }),
            findings,
            console());
      }
      return new TakeOverAnswer(
          takeOver.run(told -> {}, left -> findings.add(FindingEntry.of(left))),
          findings,
          console());
    }
  }

  @Override
  Optional<Repetition> repetition() {
    return Optional.of(Repetition.ofTheSame("Run it again: it goes on where it ended."));
  }
}
