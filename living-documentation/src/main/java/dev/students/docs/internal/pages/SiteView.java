package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.model.Verdict;
import gg.jte.Content;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that the site tells.
 *
 * @param problems of runs as a whole, and runs that cannot be read
 */
public record SiteView(
    String title,
    Content introduction,
    List<String> environments,
    List<FeatureView> features,
    List<RunView> runs,
    List<ProblemView> problems) {

  private static final int MOST_IN_FULL = 25;
  private static final int MOST_ON_THE_START_PAGE = 3;
  private static final int SLOWEST = 10;

  /**
   * The newest run of an environment.
   *
   * @param rawReport address of Cucumber's own report; empty when there is none
   * @param known how many runs of that environment there are
   * @param hooks what its hooks around all scenarios attached; may hold nothing
   */
  public record RunView(
      Run run, String rawReport, Optional<URI> build, int known, Optional<EvidenceView> hooks) {}

  /** A command that runs all that is open in an environment. */
  public record Rerun(String environment, String command) {}

  /** A line that needs attention, and the feature it belongs to. */
  public record OpenLine(FeatureView feature, LineView line) {}

  /** Features that stand in one folder; the name is empty where there is only one. */
  public record Folder(String name, List<FeatureView> features) {}

  /** How long a case took in an environment. */
  public record Timing(FeatureView feature, CaseView of, CaseResult result, Duration duration) {}

  /** What is known of one environment. */
  public record EnvironmentCounts(String environment, Counts rules, Counts scenarios, int flaky) {}

  /** In the order of the features. */
  public List<Folder> folders() {
    List<Folder> folders = new ArrayList<>();
    for (FeatureView feature : features) {
      int last = folders.size() - 1;
      if (last < 0 || !folders.get(last).name().equals(feature.folder())) {
        folders.add(new Folder(feature.folder(), new ArrayList<>()));
      }
      folders.get(folders.size() - 1).features().add(feature);
    }
    return List.copyOf(folders);
  }

  public StartPageLines startPageLines() {
    return StartPageLines.of(features);
  }

  /** What needs attention: failures first, each in the order of the features. */
  public List<OpenLine> openLines() {
    return Stream.concat(open(true), open(false)).toList();
  }

  /** So few of them that the first promise stays on the first screen. */
  public List<OpenLine> firstOpenLines() {
    int left = MOST_ON_THE_START_PAGE - firstProblems().size();
    return openLines().stream().limit(Math.max(1, left)).toList();
  }

  public List<ProblemView> firstProblems() {
    return problems.stream().limit(MOST_ON_THE_START_PAGE).toList();
  }

  private Stream<OpenLine> open(boolean failures) {
    return features.stream()
        .flatMap(feature -> feature.lines().stream().map(line -> new OpenLine(feature, line)))
        .filter(open -> open.line().verdict().isOpen())
        .filter(open -> open.line().verdict().isFailure() == failures);
  }

  /** The number of problems of runs and of open lines. */
  public int needAttention() {
    return problems.size() + openLines().size();
  }

  /** How severe the worst is, for style sheets. */
  public String attentionKey() {
    return problems.isEmpty() ? openLines().get(0).line().verdict().key() : Verdict.FAILED.key();
  }

  /** Whether something was put to the test, all of that passed, and no run is in doubt. */
  public boolean isGreen() {
    return needAttention() == 0 && scenarios().of(Verdict.PASSED) > 0;
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
    return openLines().stream().flatMap(open -> open.line().failures().stream()).toList();
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

  /** Rules by the verdict of all environments together. */
  Counts rules() {
    return Counts.of(namedRules().map(RuleView::verdict).toList());
  }

  /** Scenarios and examples by the verdict of all environments together. */
  Counts scenarios() {
    return Counts.of(cases().map(CaseView::verdict).toList());
  }

  public List<EnvironmentCounts> counts() {
    List<EnvironmentCounts> counts = new ArrayList<>();
    for (int i = 0; i < environments.size(); i++) {
      int nth = i;
      List<CaseResult> results = cases().map(each -> each.results().get(nth)).toList();
      counts.add(
          new EnvironmentCounts(
              environments.get(i),
              Counts.of(namedRules().map(rule -> rule.cells().get(nth).verdict()).toList()),
              Counts.of(results.stream().map(CaseResult::verdict).toList()),
              (int) results.stream().filter(CaseResult::isFlaky).count()));
    }
    return List.copyOf(counts);
  }

  /** The slowest first. */
  public List<Timing> slowest() {
    return features.stream()
        .flatMap(feature -> feature.cases().flatMap(each -> timings(feature, each)))
        .sorted((one, other) -> other.duration().compareTo(one.duration()))
        .limit(SLOWEST)
        .toList();
  }

  private static Stream<Timing> timings(FeatureView feature, CaseView of) {
    return of.results().stream()
        .flatMap(
            result ->
                result.duration().stream()
                    .map(duration -> new Timing(feature, of, result, duration)));
  }

  private Stream<RuleView> namedRules() {
    return features.stream().flatMap(each -> each.rules().stream()).filter(RuleView::isNamed);
  }

  private Stream<CaseView> cases() {
    return features.stream().flatMap(FeatureView::cases);
  }
}
