package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Outcome;
import dev.students.operations.RepairOutcome;
import dev.students.operations.RepairResult;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** The result of a repair or of its dry run. */
record RepairAnswer(RepairResult result, ResultStream findings, Console console) implements Answer {

  @Override
  public Outcome outcome() {
    return count(RepairOutcome.WOULD_BE_REPAIRED)
                + count(RepairOutcome.CHANGED_MEANWHILE)
                + count(RepairOutcome.NEEDS_A_PERSON)
            == 0
        ? Outcome.DONE
        : Outcome.BROKEN;
  }

  @Override
  public void writeText(PrintStream out) {
    new FindingCounts(result.found()).writeText(out, console.terminal());
    line(out, RepairOutcome.REPAIRED, "Repaired %,d.%n");
    line(out, RepairOutcome.WOULD_BE_REPAIRED, "Would repair %,d; nothing was written.%n");
    line(out, RepairOutcome.CHANGED_MEANWHILE, "%,d changed meanwhile: check again.%n");
    line(out, RepairOutcome.NEEDS_A_PERSON, "Left for a person: %,d.%n");
  }

  private void line(PrintStream out, RepairOutcome outcome, String text) {
    if (count(outcome) > 0) {
      out.printf(Locale.ROOT, text, count(outcome));
    }
  }

  private long count(RepairOutcome outcome) {
    return result.outcomes().getOrDefault(outcome, 0L);
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    new FindingCounts(result.found()).writeJson(json);
    writeCounts(json, result.outcomes());
    findings.writeTo(json, "findings");
  }

  /** The number of findings by outcome. */
  static void writeCounts(JsonGenerator json, Map<RepairOutcome, Long> outcomes)
      throws IOException {
    json.writeObjectFieldStart("repair");
    for (RepairOutcome outcome : RepairOutcome.values()) {
      if (outcomes.containsKey(outcome)) {
        json.writeNumberField(JsonText.word(outcome), outcomes.get(outcome));
      }
    }
    json.writeEndObject();
  }
}
