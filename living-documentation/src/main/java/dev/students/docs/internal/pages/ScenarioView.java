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
 */
public record ScenarioView(
    Scenario scenario,
    Content description,
    Verdict verdict,
    List<CaseView> single,
    List<TableView> tables) {

  /** One examples block. */
  public record TableView(Examples examples, Content description, List<CaseView> rows) {

    public boolean hasEvidence() {
      return rows.stream().anyMatch(row -> row.evidence().isPresent());
    }
  }

  public Stream<CaseView> cases() {
    return Stream.concat(single.stream(), tables.stream().flatMap(table -> table.rows().stream()));
  }

  public List<FailureView> failures() {
    return cases().flatMap(each -> each.failures().stream()).toList();
  }
}
