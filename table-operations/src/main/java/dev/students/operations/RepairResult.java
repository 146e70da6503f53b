package dev.students.operations;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a repair came to.
 *
 * @param found what the check found
 * @param outcomes how often each outcome occurred; outcomes that did not occur are absent
 */
public record RepairResult(CheckResult found, Map<RepairOutcome, Long> outcomes) {

  /** Takes a copy of the counts. */
  public RepairResult {
    Map<RepairOutcome, Long> copy = new EnumMap<>(RepairOutcome.class);
    copy.putAll(outcomes);
    outcomes = Map.copyOf(copy);
  }
}
