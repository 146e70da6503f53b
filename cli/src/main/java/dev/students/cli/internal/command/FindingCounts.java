package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Counted;
import dev.students.cli.internal.output.Paragraph;
import dev.students.cli.internal.output.Terminal;
import dev.students.operations.CheckResult;
import dev.students.operations.FindingKind;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** The number of findings of a check by kind. */
record FindingCounts(CheckResult result) {

  private static final String INDENTATION = " ".repeat(10);

  void writeText(PrintStream out, Terminal terminal) {
    out.printf(
        Locale.ROOT,
        "Read %s: %s%n",
        Counted.of(result.items(), "item"),
        result.isSound() ? "the table is consistent." : "the table is inconsistent.");
    for (FindingKind kind : FindingKind.values()) {
      Long count = result.found().get(kind);
      if (count != null) {
        String text = JsonText.word(kind) + ": " + kind.advice();
        out.printf(
            Locale.ROOT, "%,8d  %s%n", count, terminal.out() ? beside(text, terminal) : text);
      }
    }
  }

  private static String beside(String text, Terminal terminal) {
    return Paragraph.wrap(text, terminal.columns() - INDENTATION.length())
        .replace(System.lineSeparator(), System.lineSeparator() + INDENTATION);
  }

  /** The number of findings that can be repaired. */
  long repairable() {
    return count(true);
  }

  /** The number of findings that require a human decision. */
  long forPerson() {
    return count(false);
  }

  private long count(boolean repairable) {
    return result.found().entrySet().stream()
        .filter(found -> found.getKey().isBroken())
        .filter(found -> found.getKey().isRepairable() == repairable)
        .mapToLong(found -> found.getValue())
        .sum();
  }

  void writeJson(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("check");
    json.writeNumberField("items", result.items());
    json.writeBooleanField("sound", result.isSound());
    json.writeObjectFieldStart("found");
    for (FindingKind kind : FindingKind.values()) {
      Long count = result.found().get(kind);
      if (count != null) {
        json.writeNumberField(JsonText.word(kind), count);
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
