package dev.students.docs.internal.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all runs together say: which features there are, how each case ended in each run, and when
 * each rule held.
 *
 * <p>A feature is as the newest run had it. It counts while the newest whole run of some
 * environment has it; a run that is partial or ended early adds to what is known and withdraws
 * nothing.
 */
public final class Results {

  private final List<Run> runs;
  private final List<String> environments;
  private final List<Feature> features;
  private final Map<CaseId, Map<String, List<Outcome>>> cases;
  private final Map<CaseId, Map<String, List<Outcome>>> rules;
  private final List<String> notices;
  private final List<String> leftOut;

  private Results(Builder builder) {
    this.runs = List.copyOf(builder.runs);
    this.environments = runs.stream().map(Run::environment).distinct().sorted().toList();
    this.features =
        builder.features.values().stream()
            .filter(feature -> builder.isCurrent(feature.key()))
            .sorted(Comparator.comparing(Feature::path))
            .toList();
    this.cases = builder.cases;
    this.rules = builder.rules;
    this.notices = builder.notices.stream().sorted().toList();
    this.leftOut = List.copyOf(builder.leftOut);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Newest first. */
  public List<Run> runs() {
    return runs;
  }

  public Optional<Run> newestRun(String environment) {
    return runs.stream().filter(run -> run.environment().equals(environment)).findFirst();
  }

  /** In alphabetical order. */
  public List<String> environments() {
    return environments;
  }

  /** In the order of their files. */
  public List<Feature> features() {
    return features;
  }

  /** What a reader must know of the newest runs. */
  public List<String> notices() {
    return notices;
  }

  /** Folders that hold no run, with what they lack. */
  public List<String> leftOut() {
    return leftOut;
  }

  /** The outcomes of a case in an environment, of runs that ran it, newest first. */
  public List<Outcome> outcomes(CaseId id, String environment) {
    return cases.getOrDefault(id, Map.of()).getOrDefault(environment, List.of());
  }

  /** The verdicts of a rule in an environment, of each run that ran any of it, newest first. */
  public List<Outcome> ruleOutcomes(Feature feature, Rule rule, String environment) {
    return rules
        .getOrDefault(new CaseId(feature.key(), rule.anchor()), Map.of())
        .getOrDefault(environment, List.of());
  }

  /** Takes the runs one after the other, newest first. */
  public static final class Builder {

    private final List<Run> runs = new ArrayList<>();
    private final Map<String, Feature> features = new HashMap<>();
    private final Map<String, List<String>> featuresOfNewestWholeRun = new LinkedHashMap<>();
    private final List<String> featuresOfOtherRuns = new ArrayList<>();
    private final Map<CaseId, Map<String, List<Outcome>>> cases = new HashMap<>();
    private final Map<CaseId, Map<String, List<Outcome>>> rules = new HashMap<>();
    private final List<String> notices = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private Builder() {}

    public void leaveOut(String folderAndReason) {
      leftOut.add(folderAndReason);
    }

    /** Whether an outcome of the case in that environment was already added. */
    public boolean knows(CaseId id, String environment) {
      return cases.getOrDefault(id, Map.of()).containsKey(environment);
    }

    public void add(RunReading reading) {
      Run run = reading.run();
      boolean newest = runs.stream().noneMatch(r -> r.environment().equals(run.environment()));
      runs.add(run);
      reading.outcomes().entrySet().stream()
          .filter(entry -> entry.getValue().verdict().wasRun())
          .forEach(entry -> put(cases, entry.getKey(), entry.getValue()));
      for (Feature feature : reading.features()) {
        features.putIfAbsent(feature.key(), feature);
        feature.rules().forEach(rule -> addRule(reading, feature, rule));
      }
      List<String> keys = reading.features().stream().map(Feature::key).toList();
      if (reading.whole()) {
        featuresOfNewestWholeRun.putIfAbsent(run.environment(), keys);
      } else if (!featuresOfNewestWholeRun.containsKey(run.environment())) {
        featuresOfOtherRuns.addAll(keys);
      }
      if (newest) {
        reading
            .notices()
            .forEach(notice -> notices.add("the last run on " + run.environment() + ": " + notice));
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
            new Outcome(reading.run(), verdict, Optional.empty()));
      }
    }

    private boolean isCurrent(String feature) {
      return featuresOfOtherRuns.contains(feature)
          || featuresOfNewestWholeRun.values().stream().anyMatch(all -> all.contains(feature));
    }

    private static void put(
        Map<CaseId, Map<String, List<Outcome>>> to, CaseId id, Outcome outcome) {
      to.computeIfAbsent(id, any -> new HashMap<>())
          .computeIfAbsent(outcome.run().environment(), any -> new ArrayList<>())
          .add(outcome);
    }

    public Results build() {
      return new Results(this);
    }
  }
}
