package dev.students.acceptance.internal.report;

import dev.students.acceptance.internal.targets.Target;
import dev.students.acceptance.internal.targets.TargetFacts;
import dev.students.acceptance.internal.targets.TargetOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run that has ended.
 *
 * @param facts details of the target beyond its name
 * @param taken the duration including preparation and clean-up of the target
 * @param scenariosTook the time from the start of the first scenario to the end of the last
 * @param problems the reasons other than scenarios why the run did not pass
 * @param partial whether only some of the scenarios ran
 */
public record RunSummary(
    String run,
    String target,
    String environment,
    Optional<TargetFacts> facts,
    TargetOptions options,
    List<Target.LeftOut> leftOut,
    Instant started,
    Duration taken,
    Duration scenariosTook,
    List<ScenarioResult> scenarios,
    List<RunProblem> problems,
    boolean partial) {

  /** The name of the problem of an interrupted run. */
  public static final String INTERRUPTED = "The run was interrupted";

  public RunSummary {
    leftOut = List.copyOf(leftOut);
    scenarios = List.copyOf(scenarios);
    problems = List.copyOf(problems);
  }

  /** Whether there was at least one scenario, all passed, and there was no other problem. */
  public boolean passed() {
    return !scenarios.isEmpty() && failed().isEmpty() && problems.isEmpty();
  }

  /** Whether the run was interrupted, so that Cucumber's own reports are incomplete. */
  boolean interrupted() {
    return problems.stream().anyMatch(problem -> problem.name().equals(INTERRUPTED));
  }

  public List<ScenarioResult> failed() {
    return scenarios.stream().filter(scenario -> !scenario.passed()).toList();
  }

  /** A summary in one sentence, to be followed by the problems. */
  public String verdict() {
    if (scenarios.isEmpty()) {
      return "No scenario was run.";
    }
    int failed = failed().size();
    if (failed > 0) {
      return failed + " of " + count(scenarios.size()) + " failed.";
    }
    return problems.isEmpty()
        ? count(scenarios.size()) + ", all passed."
        : count(scenarios.size()) + " passed, but the run did not.";
  }

  /**
   * The environment as shown in the documentation. If the user's AWS settings point to an emulator,
   * it must not be shown as the environment that it replaces.
   */
  String environmentForReaders() {
    if (!target.equals("aws")) {
      return target;
    }
    return facts
        .filter(found -> !found.isAws())
        .map(found -> environment + " on the emulator at " + found.host())
        .orElse(environment);
  }

  /** The target of the run as name-value pairs, for reports that list properties. */
  Map<String, String> place() {
    Map<String, String> place = new LinkedHashMap<>();
    place.put("target", target);
    place.put("environment", environment);
    facts.ifPresent(
        found -> {
          place.put("account", found.account());
          place.put("region", found.region());
          place.put("endpoint", found.endpoint().toString());
          place.put("table", found.table());
        });
    return place;
  }

  private static String count(int scenarios) {
    return scenarios == 1 ? "1 scenario" : scenarios + " scenarios";
  }
}
