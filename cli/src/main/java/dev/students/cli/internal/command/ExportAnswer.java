package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Counted;
import dev.students.cli.internal.output.Outcome;
import dev.students.operations.ExportResult;
import dev.students.operations.ItemKey;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/**
 * The result of an export.
 *
 * @param to the file
 */
record ExportAnswer(ExportResult result, String to, double seconds) implements Answer {

  private static final int KEYS_SHOWN = 10;

  @Override
  public Outcome outcome() {
    return result.leftOut() == 0 ? Outcome.DONE : Outcome.INCOMPLETE;
  }

  @Override
  public void writeText(PrintStream out) {
    summary().lines().forEach(out::println);
  }

  /** The text for people, one line for each fact. */
  String summary() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Exported %s%s in %.1f s (%,.0f/s)%s.",
            Counted.of(result.students(), "student"),
            result.awards() == 0 ? "" : " and " + Counted.of(result.awards(), "award"),
            seconds,
            (result.students() + result.awards()) / Math.max(seconds, 0.001),
            to.equals(ExportOutput.STANDARD_OUTPUT) ? "" : " to " + to));
    if (result.leftOut() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "%nLeft out: %s; students check says why:",
              Counted.of(result.leftOut(), "malformed item")));
      result.firstLeftOut().stream()
          .limit(KEYS_SHOWN)
          .forEach(key -> text.append(System.lineSeparator()).append("  ").append(key.masked()));
    }
    return text.toString();
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("export");
    json.writeStringField("to", to);
    json.writeNumberField("students", result.students());
    json.writeNumberField("awards", result.awards());
    json.writeNumberField("leftOut", result.leftOut());
    json.writeArrayFieldStart("firstLeftOut");
    for (ItemKey key : result.firstLeftOut()) {
      json.writeString(key.masked());
    }
    json.writeEndArray();
    json.writeNumberField("seconds", seconds);
    json.writeEndObject();
  }
}
