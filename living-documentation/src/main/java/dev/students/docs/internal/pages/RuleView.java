package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Rule;
import dev.students.docs.internal.model.Verdict;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  public Stream<CaseView> cases() {
    return scenarios.stream().flatMap(ScenarioView::cases);
  }

  public List<FailureView> failures() {
    return cases().flatMap(each -> each.failures().stream()).toList();
  }

  /** The rule itself; of scenarios outside any rule, each. */
  public List<LineView> lines() {
    return isNamed()
        ? List.of(
            new LineView(
                title,
                anchor(),
                href,
                true,
                verdict,
                cases().anyMatch(CaseView::isFlaky),
                cells,
                failures()))
        : scenarios.stream().map(ScenarioView::line).toList();
  }
}
