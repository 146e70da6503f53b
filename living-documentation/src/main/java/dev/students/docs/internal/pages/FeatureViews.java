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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Joins one feature with the results of all runs. */
final class FeatureViews {

  private final Results results;
  private final Markdown markdown;
  private final Evidence evidence;
  private final Feature feature;
  private final String page;

  FeatureViews(
      Results results, Markdown markdown, Evidence evidence, Feature feature, String page) {
    this.results = results;
    this.markdown = markdown;
    this.evidence = evidence;
    this.feature = feature;
    this.page = page;
  }

  FeatureView feature() {
    List<RuleView> rules = feature.rules().stream().map(this::rule).toList();
    return new FeatureView(
        feature,
        page,
        feature.background().map(this::background),
        markdown.beginning(feature.narrative()),
        markdown.toHtml(feature.narrative()),
        Verdict.acrossEnvironments(rules.stream().map(RuleView::verdict).toList()),
        rules);
  }

  private RuleView rule(Rule rule) {
    List<Cell> cells =
        results.environments().stream().map(environment -> cell(rule, environment)).toList();
    String title =
        rule.isNamed()
            ? rule.name()
            : feature.rules().size() > 1 ? "Further scenarios" : "Scenarios";
    return new RuleView(
        rule,
        title,
        Links.to(page, rule.anchor()),
        markdown.toHtml(rule.description()),
        rule.background().map(this::background),
        Verdict.acrossEnvironments(cells.stream().map(Cell::verdict).toList()),
        cells,
        rule.scenarios().stream().map(scenario -> scenario(rule, scenario)).toList());
  }

  private BackgroundView background(Background background) {
    return new BackgroundView(background, markdown.toHtml(background.description()));
  }

  private Cell cell(Rule rule, String environment) {
    List<CaseResult> newest = rule.cases().map(anchor -> result(anchor, environment)).toList();
    Verdict verdict = Verdict.ofRule(newest.stream().map(CaseResult::verdict).toList());
    List<Run> runs =
        newest.stream()
            .filter(result -> result.verdict() == verdict || verdict == Verdict.PARTLY_RUN)
            .flatMap(result -> result.run().stream())
            .sorted(Run.OLDEST_FIRST)
            .distinct()
            .toList();
    List<Outcome> outcomes = results.ruleOutcomes(feature, rule, environment);
    return new Cell(
        environment,
        verdict,
        runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1)),
        verdict.isOpen() || runs.size() < 2 ? Optional.empty() : Optional.of(runs.get(0)),
        lastHeld(outcomes),
        outcomes.size());
  }

  private static Optional<Run> lastHeld(List<Outcome> newestFirst) {
    return newestFirst.stream()
        .filter(outcome -> outcome.verdict() == Verdict.PASSED)
        .map(Outcome::run)
        .findFirst();
  }

  private ScenarioView scenario(Rule rule, Scenario scenario) {
    List<CaseView> single =
        scenario.examples().isEmpty()
            ? List.of(caseView(rule, scenario, scenario.anchor(), scenario.line(), List.of()))
            : List.of();
    List<ScenarioView.TableView> tables =
        scenario.examples().stream().map(table -> table(rule, scenario, table)).toList();
    Collection<Verdict> verdicts =
        Stream.concat(single.stream(), tables.stream().flatMap(table -> table.rows().stream()))
            .map(CaseView::verdict)
            .toList();
    return new ScenarioView(
        scenario,
        markdown.toHtml(scenario.description()),
        Verdict.ofRule(verdicts),
        single,
        tables);
  }

  private ScenarioView.TableView table(Rule rule, Scenario scenario, Examples table) {
    return new ScenarioView.TableView(
        table,
        markdown.toHtml(table.description()),
        table.rows().stream()
            .map(row -> caseView(rule, scenario, row.anchor(), row.line(), values(table, row)))
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

  private CaseView caseView(
      Rule rule, Scenario scenario, String anchor, long line, List<FailureView.Value> values) {
    List<CaseResult> inEach =
        results.environments().stream().map(environment -> result(anchor, environment)).toList();
    FailureViews failures = new FailureViews(feature, page, rule, scenario);
    return new CaseView(
        anchor,
        values.stream().map(FailureView.Value::value).toList(),
        Verdict.acrossEnvironments(inEach.stream().map(CaseResult::verdict).toList()),
        inEach,
        inEach.stream()
            .filter(result -> result.verdict().isOpen())
            .map(
                result ->
                    failures.of(
                        anchor,
                        line,
                        values,
                        result,
                        lastHeld(results.ruleOutcomes(feature, rule, result.environment()))))
            .toList(),
        newest(inEach).flatMap(outcome -> evidence.of(page, anchor, outcome)));
  }

  private static Optional<Outcome> newest(List<CaseResult> results) {
    return results.stream()
        .flatMap(result -> result.outcomes().stream().limit(1))
        .max(Comparator.comparing(Outcome::run, Run.OLDEST_FIRST));
  }

  private CaseResult result(String anchor, String environment) {
    return new CaseResult(
        environment, results.outcomes(new CaseId(feature.key(), anchor), environment));
  }
}
