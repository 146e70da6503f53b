package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Examples;
import dev.students.docs.internal.model.Scenario;
import dev.students.docs.internal.model.Verdict;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** How its last runs ended in each environment; empty where that says nothing new. */
  public List<CaseResult> history() {
    List<CaseResult> all = single.isEmpty() ? ofExamples() : single.get(0).results();
    boolean several = all.stream().anyMatch(result -> result.outcomes().size() > 1);
    return several || (tables.isEmpty() && all.size() > 1) ? all : List.of();
  }

  private List<CaseResult> ofExamples() {
    Map<String, List<CaseResult>> inEach = new LinkedHashMap<>();
    cases()
        .flatMap(each -> each.results().stream())
        .forEach(
            result ->
                inEach.computeIfAbsent(result.environment(), any -> new ArrayList<>()).add(result));
    return inEach.entrySet().stream()
        .map(each -> CaseResult.ofAll(each.getKey(), each.getValue()))
        .toList();
  }

  public List<FailureView> failures() {
    return cases().flatMap(each -> each.failures().stream()).toList();
  }
}
