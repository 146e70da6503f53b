package dev.students.operations;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an import came to.
 *
 * @param lines the lines of data that were read, blank ones left out; a quoted value with line
 *     breaks makes one of several
 * @param created how many students were created
 * @param alreadyThere how many students were there already, with these names and address
 * @param awardsApplied how many awards were given
 * @param awardsAlreadyApplied how many awards had been given before
 * @param deleted how many students were deleted because their line says so
 * @param refused how many lines were refused, by reason; reasons that did not occur are absent
 * @param ignoredColumns the columns of the file that are not taken in, by their place in the
 *     header, from 1
 */
public record ImportResult(
    long lines,
    long created,
    long alreadyThere,
    long awardsApplied,
    long awardsAlreadyApplied,
    long deleted,
    Map<Refusal, Long> refused,
    List<Integer> ignoredColumns) {

  /** Takes copies. */
  public ImportResult {
    Map<Refusal, Long> copy = new EnumMap<>(Refusal.class);
    copy.putAll(refused);
    refused = Map.copyOf(copy);
    ignoredColumns = List.copyOf(ignoredColumns);
  }

  /** How many lines were refused. */
  public long refusals() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }
}
