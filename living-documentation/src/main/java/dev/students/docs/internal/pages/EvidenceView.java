package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Run;
import java.util.List;

/** What the steps and hooks of a case, or the hooks of a run, attached in one run. */
public record EvidenceView(String id, Run run, List<Item> items) {

  /**
   * One attachment.
   *
   * @param hook the hook that attached it; empty for a step
   * @param rows of a table, headings first
   * @param text of what is not a table; of a table, what all its rows have in common
   * @param file a file of the site that holds all of it, or an address; empty when it is shown
   *     whole
   */
  public record Item(
      String hook, String name, Kind kind, List<List<String>> rows, String text, String file) {}

  /** How it is shown. */
  public enum Kind {
    TABLE,
    TEXT,
    IMAGE,
    LINK
  }
}
