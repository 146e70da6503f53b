package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Counted;
import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.operations.ReadEstimate;
import dev.students.truncation.UnitPrices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/**
 * States what reading a whole table costs if its target is billed, and asks for confirmation if
 * that is a lot.
 */
final class ReadCost {

  private static final BigDecimal ASKED_ABOVE = BigDecimal.ONE;

  @Option(
      names = "--yes",
      description = "Read a large table on AWS without asking (above 1 USD it asks).")
  private boolean yes;

  /** The reason why the table must not be read; empty if it may. */
  Optional<Failure> refusal(Console console, OpenTarget target, Supplier<ReadEstimate> estimate) {
    if (!target.isBilled()) {
      return Optional.empty();
    }
    ReadEstimate read = estimate.get();
    UnitPrices prices = UnitPrices.US_EAST_1_ON_DEMAND;
    BigDecimal price = prices.of(read.readUnits(), 0);
    String costs =
        String.format(
            Locale.ROOT,
            "This reads about %s, %,.0f read units: %.2f %s on demand in us-east-1.",
            Counted.of(read.items(), "item"),
            read.readUnits(),
            price.setScale(2, RoundingMode.CEILING),
            prices.currency());
    if (price.compareTo(ASKED_ABOVE) <= 0 || yes) {
      console.say(costs);
      return Optional.empty();
    }
    if (!console.terminal().in()) {
      return refused(costs + " Confirm that with --yes.");
    }
    console.say(costs);
    return console.ask("Type yes to continue: ").map(String::strip).equals(Optional.of("yes"))
        ? Optional.empty()
        : refused("Not confirmed: nothing was read.");
  }

  private static Optional<Failure> refused(String message) {
    return Optional.of(Failure.of(Outcome.REFUSED, ErrorKind.NOT_CONFIRMED, message));
  }
}
