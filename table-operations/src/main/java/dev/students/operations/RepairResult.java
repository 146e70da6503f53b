package dev.students.operations;

import java.util.EnumMap;
import java.util.Map;

/**
 * The result of a repair.
 *
 * @param found the result of the check
 * @param outcomes the number of findings by outcome; contains only outcomes that occurred
 */
public record RepairResult(CheckResult found, Map<RepairOutcome, Long> outcomes) {

  /** Copies the counts. */
  public RepairResult {
    Map<RepairOutcome, Long> copy = new EnumMap<>(RepairOutcome.class);
    copy.putAll(outcomes);
    outcomes = Map.copyOf(copy);
  }
}
