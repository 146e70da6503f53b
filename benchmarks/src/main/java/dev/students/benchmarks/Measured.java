package dev.students.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * What was measured of one thing in one round.
 *
 * @param what its labels, such as the operation; {@link #ROUND} among them
 * @param figures its figures by name, units in the names
 */
record Measured(Map<String, String> what, Map<String, Double> figures) {

  /** The label of the round: what has the same was measured by turns. */
  static final String ROUND = "round";

  String label(String name) {
    return what.getOrDefault(name, "");
  }

  double figure(String name) {
    return requireNonNull(figures.get(name), name);
  }
}
