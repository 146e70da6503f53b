package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Examples;
import dev.students.docs.internal.model.Scenario;
import dev.students.docs.internal.model.Verdict;
import gg.jte.Content;
import java.util.List;
import java.util.stream.Stream;

/**
 * A scenario with its results.
 *
 * @param single its one case; absent (empty) for an outline
 * @param results one for each environment; of an outline, by its worst example
 */
public record ScenarioView(
    Scenario scenario,
    String href,
    Content description,
    Verdict verdict,
    List<CaseResult> results,
    List<Cell> cells,
    List<CaseView> single,
    List<TableView> tables) {

  /** One examples block. */
  public record TableView(Examples examples, Content description, List<CaseView> rows) {

    public boolean hasEvidence() {
      return rows.stream().anyMatch(row -> !row.evidence().isEmpty());
    }
  }

  public Stream<CaseView> cases() {
    return Stream.concat(single.stream(), tables.stream().flatMap(table -> table.rows().stream()));
  }

  public boolean isFlaky() {
    return cases().anyMatch(CaseView::isFlaky);
  }

  /** How its last runs ended in each environment; empty where that says nothing new. */
  public List<CaseResult> history() {
    boolean several = results.stream().anyMatch(result -> result.outcomes().size() > 1);
    return several || (tables.isEmpty() && results.size() > 1) ? results : List.of();
  }

  LineView line() {
    return new LineView(
        scenario.title(),
        scenario.anchor(),
        href,
        false,
        verdict,
        isFlaky(),
        cells,
        cases().flatMap(each -> each.failures().stream()).toList());
  }
}
