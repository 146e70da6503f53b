package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Rule;
import dev.students.docs.internal.model.Verdict;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/** A rule with its verdict in each environment. */
public record RuleView(
    Rule rule,
    String title,
    String href,
    Content description,
    Optional<BackgroundView> background,
    Verdict verdict,
    List<Cell> cells,
    List<ScenarioView> scenarios) {

  public boolean isNamed() {
    return rule.isNamed();
  }

  public String anchor() {
    return rule.anchor();
  }

  public List<FailureView> failures() {
    return scenarios.stream().flatMap(scenario -> scenario.failures().stream()).toList();
  }

  /** Where to look first: its first failure, or the rule itself. */
  public String firstFailureHref() {
    return failures().stream().map(FailureView::href).findFirst().orElse(href);
  }
}
