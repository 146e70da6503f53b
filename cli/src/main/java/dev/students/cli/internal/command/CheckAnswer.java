package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.output.Paragraph;
import dev.students.cli.internal.output.Terminal;
import dev.students.operations.CheckResult;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** The result of a check. */
record CheckAnswer(CheckResult result, ResultStream findings, Console console) implements Answer {

  @Override
  public Outcome outcome() {
    return result.isSound() ? Outcome.DONE : Outcome.BROKEN;
  }

  @Override
  public void writeText(PrintStream out) {
    FindingCounts counts = new FindingCounts(result);
    counts.writeText(out, console.terminal());
    if (!result.isSound()) {
      String text = whatIsNext(counts.repairable(), counts.forPerson());
      Terminal terminal = console.terminal();
      out.println(terminal.out() ? Paragraph.wrap(text, terminal.columns()) : text);
    }
  }

  private static String whatIsNext(long repairable, long forPerson) {
    if (forPerson == 0) {
      return "check --repair repairs all of them.";
    }
    return repairable == 0
        ? "Each needs a person."
        : String.format(
            Locale.ROOT,
            "check --repair repairs %,d of them; left for a person: %,d.",
            repairable,
            forPerson);
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    new FindingCounts(result).writeJson(json);
    findings.writeTo(json, "findings");
  }
}
