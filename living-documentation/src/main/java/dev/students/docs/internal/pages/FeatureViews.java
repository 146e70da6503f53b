package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Background;
import dev.students.docs.internal.model.CaseId;
import dev.students.docs.internal.model.Example;
import dev.students.docs.internal.model.Examples;
import dev.students.docs.internal.model.Feature;
import dev.students.docs.internal.model.Outcome;
import dev.students.docs.internal.model.Results;
import dev.students.docs.internal.model.Rule;
import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.model.Scenario;
import dev.students.docs.internal.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Joins one feature with the results of all runs.
 *
 * @param page its file in the site
 * @param folder that it stands in; empty where there is one folder only
 * @param label what tells it apart from the other features
 */
record FeatureViews(
    Results results,
    Markdown markdown,
    Evidence evidence,
    Feature feature,
    String page,
    String folder,
    String label) {

  FeatureView view() {
    List<RuleView> rules = feature.rules().stream().map(this::rule).toList();
    return new FeatureView(
        feature,
        page,
        folder,
        label,
        feature.background().map(this::background),
        markdown.beginning(feature.narrative()),
        markdown.toHtml(feature.narrative()),
        Verdict.ofRule(rules.stream().map(RuleView::verdict).toList()),
        rules);
  }

  private RuleView rule(Rule rule) {
    List<Cell> cells =
        results.environments().stream()
            .map(
                environment ->
                    cell(
                        environment,
                        rule.cases().map(anchor -> result(anchor, environment)).toList(),
                        results.ruleOutcomes(feature, rule, environment)))
            .toList();
    String title =
        rule.isNamed()
            ? rule.name()
            : feature.rules().size() > 1 ? "Further scenarios" : "Scenarios";
    Map<String, Optional<Run>> lastHeld =
        cells.stream().collect(Collectors.toMap(Cell::environment, Cell::lastHeld));
    CaseViews cases = new CaseViews(feature, page, rule, lastHeld, evidence);
    return new RuleView(
        rule,
        title,
        Links.to(page, rule.anchor()),
        markdown.toHtml(rule.description()),
        rule.background().map(this::background),
        Verdict.acrossEnvironments(cells.stream().map(Cell::verdict).toList()),
        cells,
        rule.scenarios().stream().map(scenario -> scenario(cases, scenario)).toList());
  }

  private BackgroundView background(Background background) {
    return new BackgroundView(background, markdown.toHtml(background.description()));
  }

  /**
   * A rule or scenario in one environment.
   *
   * @param newest the result of each of its cases
   * @param outcomes of it as a whole, newest first
   */
  private static Cell cell(String environment, List<CaseResult> newest, List<Outcome> outcomes) {
    Verdict verdict = Verdict.ofRule(newest.stream().map(CaseResult::verdict).toList());
    List<Run> runs =
        newest.stream()
            .filter(result -> result.verdict() == verdict || verdict == Verdict.PARTLY_RUN)
            .flatMap(result -> result.run().stream())
            .sorted(Run.OLDEST_FIRST)
            .distinct()
            .toList();
    return new Cell(
        environment,
        verdict,
        runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1)),
        verdict.isOpen() || runs.size() < 2 ? Optional.empty() : Optional.of(runs.get(0)),
        new CaseResult(environment, outcomes).lastHeld(),
        outcomes.size());
  }

  private ScenarioView scenario(CaseViews cases, Scenario scenario) {
    List<CaseView> single =
        scenario.examples().isEmpty()
            ? List.of(
                cases.of(
                    scenario.anchor(),
                    scenario.title(),
                    scenario.line(),
                    List.of(),
                    results(scenario.anchor())))
            : List.of();
    List<ScenarioView.TableView> tables =
        scenario.examples().stream().map(table -> table(cases, table)).toList();
    List<CaseResult> inEach = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (String environment : results.environments()) {
      List<CaseResult> own = scenario.cases().map(anchor -> result(anchor, environment)).toList();
      CaseResult joined = single.isEmpty() ? CaseResult.ofAll(environment, own) : own.get(0);
      inEach.add(joined);
      cells.add(cell(environment, own, joined.outcomes()));
    }
    return new ScenarioView(
        scenario,
        Links.to(page, scenario.anchor()),
        markdown.toHtml(scenario.description()),
        Verdict.acrossEnvironments(cells.stream().map(Cell::verdict).toList()),
        List.copyOf(inEach),
        List.copyOf(cells),
        single,
        tables);
  }

  private ScenarioView.TableView table(CaseViews cases, Examples table) {
    return new ScenarioView.TableView(
        table,
        markdown.toHtml(table.description()),
        table.rows().stream()
            .map(
                row ->
                    cases.of(
                        row.anchor(),
                        row.title(),
                        row.line(),
                        values(table, row),
                        results(row.anchor())))
            .toList());
  }

  private static List<FailureView.Value> values(Examples table, Example row) {
    List<FailureView.Value> values = new ArrayList<>();
    for (int i = 0; i < row.values().size(); i++) {
      String name = i < table.header().size() ? table.header().get(i) : "";
      values.add(new FailureView.Value(name, row.values().get(i)));
    }
    return values;
  }

  private List<CaseResult> results(String anchor) {
    return results.environments().stream().map(each -> result(anchor, each)).toList();
  }

  private CaseResult result(String anchor, String environment) {
    return new CaseResult(
        environment, results.outcomes(new CaseId(feature.key(), anchor), environment));
  }
}
