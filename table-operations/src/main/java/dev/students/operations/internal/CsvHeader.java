package dev.students.operations.internal;

import dev.students.operations.Column;
import dev.students.operations.ImportFileException;
import dev.students.operations.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mapping of the columns of a file to fields. */
final class CsvHeader {

  private static final List<Column> PROFILE =
      List.of(Column.FIRST_NAME, Column.LAST_NAME, Column.EMAIL);
  private static final List<Column> AWARD = List.of(Column.AWARD_ID, Column.AMOUNT);

  private final ImportSettings settings;
  private final int width;
  private final Map<Column, Integer> places = new EnumMap<>(Column.class);
  private int idFrom = -1;

  private CsvHeader(ImportSettings settings, int width) {
    this.settings = settings;
    this.width = width;
  }

  /**
   * Reads a header.
   *
   * @throws ImportFileException if a required column is missing or duplicated
   */
  static CsvHeader of(List<String> names, ImportSettings settings) {
    CsvHeader header = new CsvHeader(settings, names.size());
    Map<String, Integer> places = header.placesOf(names);
    for (Column column : Column.values()) {
      Integer place = places.get(settings.nameOf(column));
      if (column.isImported() && place != null) {
        header.places.put(column, place);
      } else if (settings.columns().containsKey(column)) {
        throw missing(List.of(column), settings);
      }
    }
    header.passOverForeignAmount();
    header.findIdSource(places);
    header.requireWhole(names);
    return header;
  }

  private Map<String, Integer> placesOf(List<String> names) {
    Map<String, Integer> places = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (places.putIfAbsent(names.get(i), i) != null) {
        twice.add(names.get(i));
      }
    }
    Stream<String> wanted =
        Stream.concat(
            Stream.of(Column.values()).filter(Column::isImported).map(settings::nameOf),
            settings.idFrom().stream());
    wanted
        .filter(twice::contains)
        .findFirst()
        .ifPresent(
            name -> {
              throw new ImportFileException("The header has the column '%s' twice".formatted(name));
            });
    return places;
  }

  private void findIdSource(Map<String, Integer> names) {
    settings
        .idFrom()
        .ifPresent(
            name -> {
              Integer place = names.get(name);
              if (place == null) {
                throw new ImportFileException(
                    "The header has no column '%s' to derive ids from".formatted(name));
              }
              idFrom = place;
            });
  }

  /**
   * An amount without awards is something else of that name, unless the file was told to have it.
   */
  private void passOverForeignAmount() {
    if (!settings.columns().containsKey(Column.AMOUNT)
        && !places.containsKey(Column.AWARD_ID)
        && !places.containsKey(Column.OPENING_XP)) {
      places.remove(Column.AMOUNT);
    }
  }

  private void requireWhole(List<String> names) {
    List<Column> missing = new ArrayList<>();
    if (idFrom < 0 && !places.containsKey(Column.ID)) {
      missing.add(Column.ID);
    }
    boolean awardsOnly = places.keySet().containsAll(AWARD) && !hasAny(PROFILE);
    if (!awardsOnly) {
      PROFILE.stream().filter(it -> !places.containsKey(it)).forEach(missing::add);
    }
    if (hasAny(AWARD)) {
      AWARD.stream().filter(it -> !places.containsKey(it)).forEach(missing::add);
    }
    if (!missing.isEmpty()) {
      ImportFileException missed = missing(missing, settings);
      throw names.size() > 1
          ? missed
          : new ImportFileException(
              missed.getMessage()
                  + ". It is a single column: perhaps values are separated by another character"
                  + " than '%s'".formatted(settings.separator()));
    }
  }

  private boolean hasAny(List<Column> columns) {
    return columns.stream().anyMatch(places::containsKey);
  }

  private static ImportFileException missing(List<Column> columns, ImportSettings settings) {
    return new ImportFileException(
        "The header has no column "
            + columns.stream()
                .map(column -> "'%s'".formatted(settings.nameOf(column)))
                .collect(Collectors.joining(", ")));
  }

  /** Whether lines can be awards. */
  boolean hasAwards() {
    return places.containsKey(Column.AWARD_ID);
  }

  /** The positions, counted from 1, of columns that are not imported. */
  List<Integer> ignored() {
    List<Integer> ignored = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      boolean isXpBesideAwards =
          hasAwards()
              && !places.containsKey(Column.OPENING_XP)
              && Integer.valueOf(i).equals(places.get(Column.XP));
      if (i != idFrom && (!places.containsValue(i) || isXpBesideAwards)) {
        ignored.add(i + 1);
      }
    }
    return ignored;
  }

  /** The fields of a line. */
  Fields fields(List<String> values) {
    boolean extra = values.stream().skip(width).anyMatch(value -> !value.isEmpty());
    if (values.size() < width || extra) {
      throw LineRejectedException.ofLine(
          Refusal.FIELD_COUNT,
          "must have %d values, as the header has; it has %d".formatted(width, values.size()));
    }
    Map<Column, String> fields = new EnumMap<>(Column.class);
    places.forEach((column, place) -> fields.put(column, values.get(place)));
    return new Fields(fields, idFrom < 0 ? "" : values.get(idFrom), hasAwards());
  }
}
