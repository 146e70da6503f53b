package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Counted;
import dev.students.cli.internal.output.Outcome;
import dev.students.operations.RepairOutcome;
import dev.students.operations.TakeOverResult;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** The result of taking over a table. */
record TakeOverAnswer(TakeOverResult result, ResultStream findings, Console console)
    implements Answer {

  @Override
  public Outcome outcome() {
    return result.left().isSound() ? Outcome.DONE : Outcome.BROKEN;
  }

  @Override
  public void writeText(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "Repaired %s.%n",
        Counted.of(
            result.repaired().outcomes().getOrDefault(RepairOutcome.REPAIRED, 0L), "finding"));
    new FindingCounts(result.left()).writeText(out, console.terminal());
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    RepairAnswer.writeCounts(json, result.repaired().outcomes());
    new FindingCounts(result.left()).writeJson(json);
    findings.writeTo(json, "findings");
  }
}
