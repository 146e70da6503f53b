package dev.students.operations;

import java.util.EnumMap;
import java.util.Map;

/**
 * The result of a check.
 *
 * @param items the number of items read
 * @param found the number of findings by kind; contains only kinds that were found
 */
public record CheckResult(long items, Map<FindingKind, Long> found) {

  /** Copies the counts. */
  public CheckResult {
    Map<FindingKind, Long> copy = new EnumMap<>(FindingKind.class);
    copy.putAll(found);
    found = Map.copyOf(copy);
  }

  /** Whether no promise of the table is broken. */
  public boolean isSound() {
    return found.keySet().stream().noneMatch(FindingKind::isBroken);
  }
}
