package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Counted;
import dev.students.cli.internal.output.Outcome;
import dev.students.truncation.ConsumedUnits;
import dev.students.truncation.TruncationResult;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** The result of a truncation. */
record TruncationAnswer(TruncationResult result) implements Answer {

  @Override
  public Outcome outcome() {
    return result.complete() ? Outcome.DONE : Outcome.STOPPED;
  }

  @Override
  public void writeText(PrintStream out) {
    double seconds = result.duration().toMillis() / 1e3;
    out.printf(
        Locale.ROOT,
        "Deleted %s in %.1f s (%,.0f items/s)%s.%n",
        Counted.of(result.deleted(), "item"),
        seconds,
        seconds == 0 ? 0 : result.deleted() / seconds,
        result.units().map(TruncationAnswer::inWords).orElse(""));
    if (result.unconfirmed() > 0) {
      out.println(unconfirmed() + ".");
    }
    out.println(ending());
  }

  /** The result as a sentence that follows the reason of a failure. */
  String beforeFailure() {
    return "%s had been deleted%s. Run it again to resume."
        .formatted(
            Counted.of(result.deleted(), "item"),
            result.unconfirmed() > 0 ? ", and " + unconfirmed() : "");
  }

  private String unconfirmed() {
    return Counted.of(result.unconfirmed(), "more deletion")
        + (result.unconfirmed() == 1 ? " is" : " are")
        + " unconfirmed";
  }

  private static String inWords(ConsumedUnits units) {
    return String.format(
        Locale.ROOT, ", for %,.1f read and %,.1f write units", units.read(), units.write());
  }

  private String ending() {
    return switch (result.ending()) {
      case EMPTY -> "The table " + result.table() + " is empty.";
      case INTERRUPTED -> "Stopped: items are left. Run it again to resume.";
      case TIME_OVER -> "The time limit was reached: items are left. Run it again to resume.";
      case STILL_WRITTEN_TO ->
          "New items keep appearing: another program is writing to the table. Stop it and run this again.";
      case FAILED -> "It failed: items are left. Run it again to resume.";
    };
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    JsonFields.write(json, "truncation", result.toJson());
  }
}
