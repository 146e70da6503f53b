package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Verdict;
import java.util.List;

/**
 * A line of the start page: a rule, or a scenario that stands outside any rule.
 *
 * @param href where to read it
 * @param failures why it is open
 */
public record LineView(
    String title,
    String anchor,
    String href,
    boolean isRule,
    Verdict verdict,
    boolean isFlaky,
    List<Cell> cells,
    List<FailureView> failures) {

  /** Where to look first: its first failure, or where it stands. */
  public String firstFailureHref() {
    return failures.stream().map(FailureView::href).findFirst().orElse(href);
  }
}
