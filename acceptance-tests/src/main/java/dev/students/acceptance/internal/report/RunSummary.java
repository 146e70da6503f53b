package dev.students.acceptance.internal.report;

import dev.students.acceptance.internal.targets.Target;
import dev.students.acceptance.internal.targets.TargetOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A run that is over.
 *
 * @param taken from the start, the target's preparation and clean-up included
 * @param scenariosTook from the start of the first scenario to the end of the last
 * @param wentThrough whether Cucumber could read and run everything
 * @param cleanUpFailure why something of the run may be left, and how to remove it
 * @param partial whether only some of the scenarios ran
 */
public record RunSummary(
    String run,
    String target,
    String environment,
    TargetOptions options,
    List<Target.LeftOut> leftOut,
    Instant started,
    Duration taken,
    Duration scenariosTook,
    List<ScenarioResult> scenarios,
    boolean wentThrough,
    Optional<String> cleanUpFailure,
    boolean partial) {

  public RunSummary {
    leftOut = List.copyOf(leftOut);
    scenarios = List.copyOf(scenarios);
  }

  /** Whether there was at least one scenario, all ran and passed, and nothing is left. */
  public boolean passed() {
    return wentThrough && !scenarios.isEmpty() && failed().isEmpty() && cleanUpFailure.isEmpty();
  }

  public List<ScenarioResult> failed() {
    return scenarios.stream().filter(scenario -> !scenario.passed()).toList();
  }

  /** In one sentence, for people. */
  public String verdict() {
    if (scenarios.isEmpty()) {
      return "No scenario was run; Cucumber's output above says why.";
    }
    int failed = failed().size();
    if (failed > 0) {
      return failed + " of " + count(scenarios.size()) + " failed.";
    }
    return wentThrough
        ? count(scenarios.size()) + ", all passed."
        : count(scenarios.size()) + " passed, but Cucumber could not finish; see its output above.";
  }

  /** The command that runs the same target again, with {@code {locations}} to be filled in. */
  public String rerunTemplate() {
    StringBuilder command = new StringBuilder("./acceptance --target " + target);
    options
        .endpoint()
        .filter(e -> target.equals("endpoint"))
        .ifPresent(endpoint -> command.append(" --endpoint ").append(endpoint));
    if (target.equals("endpoint")) {
      options.allowedHosts().forEach(host -> command.append(" --allow-host ").append(host));
    }
    if (!target.equals("aws") && !options.emulatorAccount().equals(TargetOptions.ACCOUNT)) {
      command.append(" --emulator-account ").append(options.emulatorAccount());
    }
    if (target.equals("localstack") && !options.localStackImage().equals(TargetOptions.IMAGE)) {
      int tag = options.localStackImage().lastIndexOf(':');
      command.append(" --localstack-image ").append(options.localStackImage(), 0, tag);
      command.append(" --localstack-tag ").append(options.localStackImage().substring(tag + 1));
    }
    if (target.equals("aws")) {
      command.append(" --environment ").append(environment);
      command.append(options.allowProduction() ? " --allow-production" : "");
    }
    options.knownStudent().ifPresent(id -> command.append(" --known-student ").append(id));
    return command.append(" {locations}").toString();
  }

  /** The command that runs only what failed. */
  public String rerunOfFailed() {
    return rerunTemplate()
        .replace(
            "{locations}",
            failed().stream().map(ScenarioResult::location).collect(Collectors.joining(" ")));
  }

  private static String count(int scenarios) {
    return scenarios == 1 ? "1 scenario" : scenarios + " scenarios";
  }
}
