package dev.students.acceptance.internal.report;

import dev.students.acceptance.internal.console.Paragraph;
import dev.students.acceptance.internal.console.Progress;

/** The summary on the console at the end of a run. */
public final class ConsoleReport {

  private final Progress progress;

  public ConsoleReport(Progress progress) {
    this.progress = progress;
  }

  public void print(RunSummary summary) {
    for (ScenarioResult scenario : summary.failed()) {
      ScenarioResult.Problem problem = scenario.problem().orElseThrow();
      progress.say("");
      progress.say("Failed: " + scenario.name());
      progress.say("  " + scenario.feature() + ":" + problem.line());
      progress.say("  " + problem.step());
      problem.message().lines().forEach(line -> progress.say("    " + line));
    }
    progress.say("");
    progress.say(
        summary.verdict()
            + " "
            + Progress.seconds(summary.taken())
            + ", of which scenarios "
            + Progress.seconds(summary.scenariosTook())
            + ".");
    for (RunProblem problem : summary.problems()) {
      progress.say(Paragraph.of(problem.name() + ": " + problem.message()));
    }
    if (!summary.failed().isEmpty()) {
      progress.say(
          "To run only the failed scenarios again: " + new RerunCommand(summary).ofFailed());
    }
  }
}
