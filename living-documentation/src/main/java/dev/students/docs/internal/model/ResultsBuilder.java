package dev.students.docs.internal.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Joins the runs, which it takes one after the other, newest first. For one thread. */
public final class ResultsBuilder {

  private final List<Run> runs = new ArrayList<>();
  private final Map<String, Feature> features = new HashMap<>();
  private final Set<String> current = new HashSet<>();
  private final Set<String> settled = new HashSet<>();
  private final Map<CaseId, Map<String, List<Outcome>>> cases = new HashMap<>();
  private final Map<CaseId, Map<String, List<Outcome>>> rules = new HashMap<>();
  private final List<RunReading> standing = new ArrayList<>();
  private final List<Superseded> notPassed = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  ResultsBuilder() {}

  public void leaveOut(String folderAndReason) {
    leftOut.add(folderAndReason);
  }

  /** Whether an outcome of the case in that environment was already added. */
  public boolean knows(CaseId id, String environment) {
    return cases.getOrDefault(id, Map.of()).containsKey(environment);
  }

  public void add(RunReading reading) {
    Run run = reading.run();
    runs.add(run);
    reading.outcomes().entrySet().stream()
        .filter(entry -> entry.getValue().verdict().wasRun())
        .forEach(entry -> put(cases, entry.getKey(), entry.getValue()));
    for (Feature feature : reading.features()) {
      features.putIfAbsent(feature.key(), feature);
      feature.rules().forEach(rule -> addRule(reading, feature, rule));
    }
    if (!settled.contains(run.environment())) {
      reading.features().forEach(feature -> current.add(feature.key()));
      standing.add(
          new RunReading(run, List.of(), Map.of(), reading.problems(), reading.hookAttachments()));
      notPassed.add(Superseded.of(reading));
    }
    if (reading.isWhole()) {
      settled.add(run.environment());
    }
  }

  private void addRule(RunReading reading, Feature feature, Rule rule) {
    List<Verdict> verdicts =
        rule.cases()
            .map(anchor -> reading.outcomes().get(new CaseId(feature.key(), anchor)))
            .map(outcome -> outcome == null ? Verdict.NOT_RUN : outcome.verdict())
            .toList();
    Verdict verdict = Verdict.ofRule(verdicts);
    if (verdict.wasRun()) {
      put(
          rules,
          new CaseId(feature.key(), rule.anchor()),
          new Outcome(reading.run(), verdict, 1, Optional.empty()));
    }
  }

  private static void put(Map<CaseId, Map<String, List<Outcome>>> to, CaseId id, Outcome outcome) {
    to.computeIfAbsent(id, any -> new HashMap<>())
        .computeIfAbsent(outcome.run().environment(), any -> new ArrayList<>())
        .add(outcome);
  }

  public Results build() {
    List<Feature> inOrder =
        features.values().stream()
            .filter(feature -> current.contains(feature.key()))
            .sorted(Comparator.comparing(Feature::path, FeaturePath.NATURAL_ORDER))
            .toList();
    return new Results(runs, inOrder, cases, rules, withSuperseded(inOrder), leftOut);
  }

  private List<RunReading> withSuperseded(List<Feature> shown) {
    Set<CaseId> cases = shown.stream().flatMap(Feature::cases).collect(Collectors.toSet());
    List<RunReading> complete = new ArrayList<>();
    for (int i = 0; i < standing.size(); i++) {
      RunReading reading = standing.get(i);
      complete.add(
          reading.withProblems(
              notPassed.get(i).problem(cases, id -> isNewest(id, reading.run())).toList()));
    }
    return complete;
  }

  private boolean isNewest(CaseId id, Run run) {
    List<Outcome> outcomes =
        cases.getOrDefault(id, Map.of()).getOrDefault(run.environment(), List.of());
    return !outcomes.isEmpty() && outcomes.get(0).run().equals(run);
  }
}
