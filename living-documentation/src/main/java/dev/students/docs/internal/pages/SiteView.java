package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.model.Verdict;
import gg.jte.Content;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that the start page tells. */
public record SiteView(
    String title,
    Content introduction,
    List<String> environments,
    List<FeatureView> features,
    List<RunView> runs,
    List<String> notices,
    List<String> leftOut) {

  private static final int MOST_IN_FULL = 25;

  /**
   * The newest run of an environment.
   *
   * @param rawReport address of Cucumber's own report; empty when there is none
   * @param known how many runs of that environment there are
   */
  public record RunView(Run run, String rawReport, Optional<URI> build, int known) {}

  /** A command that runs all that is open in an environment. */
  public record Rerun(String environment, String command) {}

  /** A rule and the feature it belongs to. */
  public record OpenRule(FeatureView feature, RuleView rule) {

    /** Scenarios outside any rule go by the name of their feature. */
    public String title() {
      return rule.isNamed() ? rule.title() : feature.name();
    }
  }

  /** What needs attention: failures first, each in the order of the features. */
  public List<OpenRule> openRules() {
    return Stream.concat(open(true), open(false)).toList();
  }

  /** So few of them that the first promise stays on the first screen. */
  public List<OpenRule> firstOpenRules() {
    return openRules().stream().limit(3).toList();
  }

  private Stream<OpenRule> open(boolean failures) {
    return features.stream()
        .flatMap(feature -> feature.rules().stream().map(rule -> new OpenRule(feature, rule)))
        .filter(open -> open.rule().verdict().isOpen())
        .filter(open -> open.rule().verdict().isFailure() == failures);
  }

  /** Shown in full on the page of failures; so few that it stays a page. */
  public List<FailureView> firstFailures() {
    return failures().stream().limit(MOST_IN_FULL).toList();
  }

  /** Those that are only linked there. */
  public List<FailureView> otherFailures() {
    return failures().stream().skip(MOST_IN_FULL).toList();
  }

  public List<FailureView> failures() {
    return openRules().stream().flatMap(open -> open.rule().failures().stream()).toList();
  }

  /** For environments in which several are open. */
  public List<Rerun> rerunsOfAll() {
    List<Rerun> commands = new ArrayList<>();
    for (RunView run : runs) {
      String environment = run.run().environment();
      List<String> locations =
          failures().stream()
              .filter(failure -> failure.result().environment().equals(environment))
              .map(FailureView::location)
              .toList();
      if (locations.size() > 1 && !run.run().rerun().isEmpty()) {
        commands.add(new Rerun(environment, run.run().rerunOf(locations)));
      }
    }
    return List.copyOf(commands);
  }

  public List<RuleView> namedRules() {
    return features.stream()
        .flatMap(feature -> feature.rules().stream())
        .filter(RuleView::isNamed)
        .toList();
  }

  public long countRules(Verdict verdict) {
    return namedRules().stream().filter(rule -> rule.verdict() == verdict).count();
  }

  public long countCases(Verdict verdict) {
    return cases().filter(each -> each.verdict() == verdict).count();
  }

  public long countCases() {
    return cases().count();
  }

  private Stream<CaseView> cases() {
    return features.stream()
        .flatMap(feature -> feature.rules().stream())
        .flatMap(rule -> rule.scenarios().stream())
        .flatMap(ScenarioView::cases);
  }
}
