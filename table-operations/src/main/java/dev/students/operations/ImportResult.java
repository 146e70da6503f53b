package dev.students.operations;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The result of an import.
 *
 * @param lines the number of data lines read, without blank lines; lines joined by a quoted value
 *     count as one
 * @param blank the number of blank lines after the header, also of those that have separators only
 * @param created the number of students created
 * @param alreadyThere the number of students that already existed with the same names and address
 * @param awardsApplied the number of awards applied
 * @param awardsAlreadyApplied the number of awards that had been applied before
 * @param deleted the number of students deleted because their line says so
 * @param refused the number of refused lines by reason; contains only reasons that occurred
 * @param ignoredColumns the columns of the file that are not imported, by position in the header,
 *     counted from 1
 */
public record ImportResult(
    long lines,
    long blank,
    long created,
    long alreadyThere,
    long awardsApplied,
    long awardsAlreadyApplied,
    long deleted,
    Map<Refusal, Long> refused,
    List<Integer> ignoredColumns) {

  /** Copies the collections. */
  public ImportResult {
    Map<Refusal, Long> copy = new EnumMap<>(Refusal.class);
    copy.putAll(refused);
    refused = Map.copyOf(copy);
    ignoredColumns = List.copyOf(ignoredColumns);
  }

  /** The total number of refused lines. */
  public long refusals() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }
}
