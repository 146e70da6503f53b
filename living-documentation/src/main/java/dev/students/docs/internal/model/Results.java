package dev.students.docs.internal.model;

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
  private final List<RunReading> standing;
  private final List<String> leftOut;

  Results(
      List<Run> runs,
      List<Feature> features,
      Map<CaseId, Map<String, List<Outcome>>> cases,
      Map<CaseId, Map<String, List<Outcome>>> rules,
      List<RunReading> standing,
      List<String> leftOut) {
    this.runs = List.copyOf(runs);
    this.environments = runs.stream().map(Run::environment).distinct().sorted().toList();
    this.features = features;
    this.cases = cases;
    this.rules = rules;
    this.standing = List.copyOf(standing);
    this.leftOut = List.copyOf(leftOut);
  }

  public static ResultsBuilder builder() {
    return new ResultsBuilder();
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

  /**
   * The runs whose problems stand, newest first: in each environment the newest whole run, and
   * those after it.
   */
  public List<RunReading> standing() {
    return standing;
  }

  /** Folders that hold no run that can be read, with the reason. */
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
}
