package dev.students.benchmarks;

import dev.students.benchmarks.CannedBenchmark.By;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Ratios that hardly depend on how long they are measured and on what else the machine does:
 * memory, which stays within 0.06, and the simulation of throttling, which is the same each time.
 */
final class ShortForm {

  private static final double MOST_OF_HAND = 1.15;
  private static final double MOST_OF_ENHANCED = 1.05;
  private static final double LEAST_OF_CAPACITY = 0.9;
  private static final double MOST_TO_RECOVER = 12;

  private ShortForm() {}

  /** What is out of its bounds by a wide margin, in words. */
  static List<String> outOfBounds() throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    Measurements library =
        LibraryPart.measure(1_500, 500, 1, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    for (String operation : library.values(CannedBenchmark.OPERATION)) {
      for (By other : List.of(By.HAND, By.ENHANCED, By.IMMUTABLE)) {
        double ratio = LibraryPart.ratio(library, operation, Turns.MEMORY, other).median();
        double most = other == By.HAND ? MOST_OF_HAND : MOST_OF_ENHANCED;
        System.out.printf(Locale.ROOT, "%s, memory, of %s: × %.2f%n", operation, other, ratio);
        if (ratio > most) {
          wrong.add(
              String.format(
                  Locale.ROOT,
                  "%s allocates × %.2f of the memory of %s; allowed is × %.2f",
                  operation,
                  ratio,
                  other,
                  most));
        }
      }
    }
    Measurements throttling = ThrottlingPart.measure(false);
    for (String refusals : List.of(ThrottlingPart.FREE, ThrottlingPart.COSTLY)) {
      Map<String, Double> figures =
          ThrottlingPart.figures(throttling, refusals, ThrottlingPart.STORE);
      double applied = figures.getOrDefault(ThrottlingPart.APPLIED, 0.0);
      double recovery = figures.getOrDefault(ThrottlingPart.RECOVERY, 99.0);
      System.out.printf(
          Locale.ROOT,
          "throttling, refusals that %s: %.2f of the capacity, %.0f s to recover%n",
          refusals,
          applied,
          recovery);
      if (refusals.equals(ThrottlingPart.FREE) && applied < LEAST_OF_CAPACITY) {
        wrong.add(
            String.format(
                Locale.ROOT,
                "A table that throttles makes %.2f of its capacity in awards; at least %.2f is due",
                applied,
                LEAST_OF_CAPACITY));
      }
      if (recovery > MOST_TO_RECOVER) {
        wrong.add(
            String.format(
                Locale.ROOT,
                "Calls still have to try again %.0f s after a rush, where refusals %s; at most %.0f"
                    + " s is due",
                recovery,
                refusals,
                MOST_TO_RECOVER));
      }
    }
    return wrong;
  }
}
