package dev.students.docs.internal.model;

import java.util.List;
import java.util.Optional;

/** A step as it is written in the feature file; {@code rows} is empty when it has no data table. */
public record Step(
    String keyword, String text, Optional<String> docString, List<List<String>> rows) {

  /**
   * Whether the first row of its table looks like headings: Gherkin does not tell. Several columns,
   * and no figure in the first row.
   */
  public boolean isHeaded() {
    return rows.size() > 1
        && rows.get(0).size() > 1
        && rows.get(0).stream().allMatch(cell -> cell.chars().noneMatch(Character::isDigit));
  }
}
