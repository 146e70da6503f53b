package dev.students.docs.internal.pages;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An attached table, headings first. Columns that say the same word in each of several rows are
 * said once: that leaves room for the others.
 *
 * @param common what all rows have in common; may be empty
 */
record AttachedTable(List<List<String>> rows, String common) {

  private static final Pattern WORD = Pattern.compile("[\\p{L} -]+");

  static AttachedTable of(String tabSeparated) {
    List<List<String>> rows =
        tabSeparated.lines().map(line -> Arrays.asList(line.split("\t", -1))).toList();
    List<Integer> equal = equalColumns(rows);
    return new AttachedTable(
        rows.stream().map(row -> without(equal, row)).toList(),
        equal.stream()
            .map(column -> rows.get(0).get(column) + ": " + rows.get(1).get(column))
            .collect(Collectors.joining(", ")));
  }

  private static List<Integer> equalColumns(List<List<String>> rows) {
    if (rows.size() < 3) {
      return List.of();
    }
    List<String> first = rows.get(1);
    return IntStream.range(1, Math.min(rows.get(0).size(), first.size()))
        .filter(column -> WORD.matcher(first.get(column)).matches())
        .filter(column -> rows.stream().skip(1).allMatch(row -> isEqual(row, first, column)))
        .boxed()
        .toList();
  }

  private static boolean isEqual(List<String> row, List<String> first, int column) {
    return row.size() == first.size() && row.get(column).equals(first.get(column));
  }

  private static List<String> without(List<Integer> columns, List<String> row) {
    return IntStream.range(0, row.size())
        .filter(column -> !columns.contains(column))
        .mapToObj(row::get)
        .toList();
  }
}
