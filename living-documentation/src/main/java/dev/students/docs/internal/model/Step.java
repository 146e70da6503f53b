package dev.students.docs.internal.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A step as it is written in the feature file; {@code rows} is empty when it has no data table. */
public record Step(
    String keyword, String text, Optional<String> docString, List<List<String>> rows) {

  private static final Pattern WORDS = Pattern.compile("\\p{L}[\\p{L} -]*");

  /**
   * Whether the first row of its table looks like headings, for Gherkin does not tell: several
   * columns, all of them headed by mere words, either all with a capital or none.
   */
  public boolean isHeaded() {
    return rows.size() > 1
        && rows.get(0).size() > 1
        && rows.get(0).stream().allMatch(cell -> WORDS.matcher(cell).matches())
        && rows.get(0).stream()
                .map(cell -> Character.isUpperCase(cell.charAt(0)))
                .distinct()
                .count()
            == 1;
  }
}
