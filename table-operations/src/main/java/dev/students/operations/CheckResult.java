package dev.students.operations;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a check came to.
 *
 * @param items how many items were read
 * @param found how often each kind was found; kinds that were not found are absent
 */
public record CheckResult(long items, Map<FindingKind, Long> found) {

  /** Takes a copy of the counts. */
  public CheckResult {
    Map<FindingKind, Long> copy = new EnumMap<>(FindingKind.class);
    copy.putAll(found);
    found = Map.copyOf(copy);
  }

  /** Whether the table keeps its promises. */
  public boolean isSound() {
    return found.keySet().stream().noneMatch(FindingKind::isBroken);
  }
}
