package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.output.Paragraph;
import dev.students.truncation.TruncationEstimate;
import java.io.IOException;
import java.io.PrintStream;
import java.math.RoundingMode;
import java.util.Locale;

/** The estimated cost and time of a truncation. */
record EstimateAnswer(TruncationEstimate estimate) implements Answer {

  @Override
  public Outcome outcome() {
    return estimate.complete() ? Outcome.DONE : Outcome.STOPPED;
  }

  @Override
  public void writeText(PrintStream out) {
    line(
        out,
        "items",
        "%,d, %,d bytes%s",
        estimate.items(),
        estimate.bytes(),
        estimate.complete() ? "" : " (counting stopped: there are more)");
    line(out, "read units", "%,.1f", estimate.readUnits());
    line(
        out,
        "write units",
        "%,.0f to %,.0f, with %d %s",
        estimate.minimumWriteUnits(),
        estimate.maximumWriteUnits(),
        estimate.indexes(),
        estimate.indexes() == 1 ? "index" : "indexes");
    line(
        out,
        "cost",
        "%.2f to %.2f %s",
        estimate.minimumCost().setScale(2, RoundingMode.FLOOR),
        estimate.maximumCost().setScale(2, RoundingMode.CEILING),
        estimate.prices().currency());
    line(
        out,
        "time",
        "%,.1f s or more, at %,d write units a second",
        estimate.minimumTime().toMillis() / 1e3,
        estimate.writeUnitsPerSecond());
    out.println(Paragraph.wrap("Prices: " + estimate.prices().source() + ".", 80));
    out.println("Nothing was deleted.");
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    JsonFields.write(json, "estimate", estimate.toJson());
  }

  private static void line(PrintStream out, String label, String format, Object... values) {
    out.printf(Locale.ROOT, "%-12s  %s%n", label, String.format(Locale.ROOT, format, values));
  }
}
