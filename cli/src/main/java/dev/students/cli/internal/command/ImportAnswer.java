package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Counted;
import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.output.Paragraph;
import dev.students.operations.ImportResult;
import dev.students.operations.Refusal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The result of an import.
 *
 * @param rejected the file of rejected lines, if there is one
 */
record ImportAnswer(
    ImportResult result,
    ResultStream refusals,
    Optional<Path> rejected,
    double seconds,
    Console console)
    implements Answer {

  @Override
  public Outcome outcome() {
    return result.refusals() == 0 ? Outcome.DONE : Outcome.INCOMPLETE;
  }

  @Override
  public void writeText(PrintStream out) {
    if (refusals.notWritten() > 0) {
      out.printf(Locale.ROOT, "... and %s%n", Counted.of(refusals.notWritten(), "more line"));
    }
    out.printf(
        Locale.ROOT,
        "Read %s in %.1f s (%,.0f/s).%n",
        Counted.of(result.lines(), "line"),
        seconds,
        result.lines() / Math.max(seconds, 0.001));
    if (result.blank() > 0) {
      line(out, "blank", result.blank());
    }
    line(out, "created", result.created());
    line(out, "already there", result.alreadyThere());
    if (result.awardsApplied() + result.awardsAlreadyApplied() > 0) {
      line(out, "awards applied", result.awardsApplied());
      line(out, "applied before", result.awardsAlreadyApplied());
    }
    if (result.deleted() > 0) {
      line(out, "deleted", result.deleted());
    }
    line(out, "refused", result.refusals());
    for (Refusal reason : Refusal.values()) {
      if (result.refused().containsKey(reason)) {
        line(out, "  " + JsonText.word(reason), result.refused().get(reason));
      }
    }
    writeAdvice(out);
  }

  private static void line(PrintStream out, String label, long count) {
    out.printf(Locale.ROOT, "%-20s %,10d%n", label, count);
  }

  private void writeAdvice(PrintStream out) {
    if (result.refusals() > 0) {
      rejected.ifPresent(
          file ->
              prose(
                  out,
                  "The refused lines are in "
                      + file
                      + ", unchanged: correct them there and import that file."));
    }
    if (result.refused().containsKey(Refusal.CUT)) {
      prose(out, "If the file is complete, --trust-end imports its last line.");
    }
    if (result.refused().containsKey(Refusal.ENCODING)) {
      prose(out, "Specify the encoding of the file, for example --charset windows-1252.");
    }
    if (!result.ignoredColumns().isEmpty()) {
      prose(
          out,
          "Ignored: column "
              + result.ignoredColumns().stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(", "))
              + ".");
    }
  }

  private void prose(PrintStream out, String text) {
    out.println(
        console.terminal().out() ? Paragraph.wrap(text, console.terminal().columns()) : text);
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("import");
    json.writeNumberField("lines", result.lines());
    json.writeNumberField("blank", result.blank());
    json.writeNumberField("created", result.created());
    json.writeNumberField("alreadyThere", result.alreadyThere());
    json.writeNumberField("awardsApplied", result.awardsApplied());
    json.writeNumberField("awardsAlreadyApplied", result.awardsAlreadyApplied());
    json.writeNumberField("deleted", result.deleted());
    json.writeObjectFieldStart("refused");
    for (Refusal reason : Refusal.values()) {
      if (result.refused().containsKey(reason)) {
        json.writeNumberField(JsonText.word(reason), result.refused().get(reason));
      }
    }
    json.writeEndObject();
    json.writeArrayFieldStart("ignoredColumns");
    for (int column : result.ignoredColumns()) {
      json.writeNumber(column);
    }
    json.writeEndArray();
    if (rejected.isPresent() && result.refusals() > 0) {
      json.writeStringField("rejectedFile", rejected.get().toString());
    }
    json.writeNumberField("seconds", seconds);
    json.writeEndObject();
    refusals.writeTo(json, "refusals");
  }
}
