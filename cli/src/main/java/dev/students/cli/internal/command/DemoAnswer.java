package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.demo.Demo;
import dev.students.cli.internal.demo.StepResult;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import dev.students.local.CapacityUnits;
import dev.students.local.RecordedCall;
import dev.students.truncation.UnitPrices;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** The demonstration. In text form each step is written as soon as it is done. */
record DemoAnswer(Demo demo, Ansi ansi) implements Answer {

  private static final int COMMAND_COLUMNS = 75;

  @Override
  public Outcome outcome() {
    return Outcome.DONE;
  }

  @Override
  public void writeText(PrintStream out) {
    List<StepResult> steps = new ArrayList<>();
    demo.run(
        step -> {
          steps.add(step);
          write(out, step);
        });
    writeTotal(out, steps);
  }

  private void write(PrintStream out, StepResult step) {
    out.println(ansi.string("@|bold %d  %s|@".formatted(step.number(), step.title())));
    out.println(ansi.string("   @|faint $ " + foldCommand(step.command()) + "|@"));
    out.println("   " + step.result());
    step.calls().forEach(call -> write(out, call));
    out.println();
    out.flush();
  }

  private static void write(PrintStream out, RecordedCall call) {
    if (call.error().isPresent()) {
      out.printf("   %-19s cancelled; AWS publishes no rule for its units%n", call.operation());
      return;
    }
    Optional<CapacityUnits> units = call.units();
    out.printf(
        "   %-19s %-17s %-18s %s%n",
        call.operation(),
        items(call),
        units.map(u -> count(u.read(), "read unit")).orElse(""),
        units.map(u -> count(u.write(), "write unit")).orElse(""));
  }

  private static String count(double units, String unit) {
    return "%4s %s%s".formatted(format(units), unit, units == 1 ? "" : "s");
  }

  private static String items(RecordedCall call) {
    int items = call.keys().size();
    return items == 1 ? "1 item" : items + " items";
  }

  private static void writeTotal(PrintStream out, List<StepResult> steps) {
    double read = steps.stream().mapToDouble(StepResult::readUnits).sum();
    double write = steps.stream().mapToDouble(StepResult::writeUnits).sum();
    BigDecimal thousand =
        UnitPrices.US_EAST_1_ON_DEMAND.of(1000 * read, 1000 * write).round(new MathContext(2));
    out.printf(
        Locale.ROOT,
        "In all %d requests, %s read units and %s write units; a thousand such students%n"
            + "would cost %s USD (us-east-1, on demand). Nothing is left behind.%n",
        steps.stream().mapToInt(step -> step.calls().size()).sum(),
        format(read),
        format(write),
        thousand.toPlainString());
  }

  private static String foldCommand(String command) {
    if (command.length() <= COMMAND_COLUMNS) {
      return command;
    }
    int cut = command.lastIndexOf(" --", COMMAND_COLUMNS - 2);
    return command.substring(0, cut)
        + " \\"
        + System.lineSeparator()
        + "      "
        + command.substring(cut);
  }

  private static String format(double units) {
    return units == Math.rint(units) ? String.valueOf((long) units) : String.valueOf(units);
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    List<StepResult> steps = new ArrayList<>();
    demo.run(steps::add);
    json.writeArrayFieldStart("steps");
    for (StepResult step : steps) {
      json.writeStartObject();
      json.writeStringField("title", step.title());
      json.writeStringField("result", step.result());
      json.writeArrayFieldStart("requests");
      for (RecordedCall call : step.calls()) {
        json.writeStartObject();
        json.writeStringField("operation", call.operation());
        if (call.units().isPresent()) {
          json.writeNumberField("readUnits", call.units().get().read());
          json.writeNumberField("writeUnits", call.units().get().write());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
