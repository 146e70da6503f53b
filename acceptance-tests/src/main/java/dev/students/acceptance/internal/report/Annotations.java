package dev.students.acceptance.internal.report;

import dev.students.acceptance.internal.targets.TargetFacts;
import java.util.stream.Stream;

/**
 * Reports the target of the run and marks failed lines of the feature files, using GitHub's
 * workflow commands.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">Workflow
 *     commands for GitHub Actions</a>
 */
final class Annotations {

  private Annotations() {}

  static Stream<String> of(RunSummary summary) {
    return Stream.of(
            summary.facts().stream().map(facts -> notice(summary.target(), facts)),
            summary.failed().stream().map(Annotations::error),
            summary.problems().stream().map(Annotations::error))
        .flatMap(annotations -> annotations);
  }

  private static String notice(String target, TargetFacts facts) {
    return "::notice title=" + property("Acceptance on " + target) + "::" + data("On " + facts);
  }

  private static String error(RunProblem problem) {
    return "::error title=" + property(problem.name()) + "::" + data(problem.message());
  }

  private static String error(ScenarioResult scenario) {
    ScenarioResult.Problem problem = scenario.problem().orElseThrow();
    return "::error file="
        + property(scenario.feature())
        + ",line="
        + problem.line()
        + ",title="
        + property(scenario.name())
        + "::"
        + data(problem.step() + "\n" + problem.message());
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
