package dev.students.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * A ratio, of which each round gave one.
 *
 * @param median the one to quote
 * @param least the least of all rounds
 * @param most the greatest
 */
record Ratio(double median, double least, double most) {

  static Ratio of(List<Double> rounds) {
    List<Double> sorted = rounds.stream().sorted().toList();
    int last = sorted.size() - 1;
    double median = (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2;
    return new Ratio(median, sorted.get(0), sorted.get(last));
  }

  /** The median alone, for a wide table. */
  String brief() {
    return String.format(Locale.ROOT, "%.2f", median);
  }

  /** With what its rounds span. */
  String text() {
    return String.format(Locale.ROOT, "× %.2f (%.2f–%.2f)", median, least, most);
  }
}
