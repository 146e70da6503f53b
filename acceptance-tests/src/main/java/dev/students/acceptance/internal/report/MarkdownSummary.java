package dev.students.acceptance.internal.report;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.targets.Target;

/** A summary of the run in Markdown, for the page of a CI job. */
final class MarkdownSummary {

  private MarkdownSummary() {}

  static String of(RunSummary summary) {
    StringBuilder page = new StringBuilder();
    page.append("## Acceptance on ").append(summary.target()).append(": ");
    page.append(summary.passed() ? "passed" : "failed").append("\n\n");
    page.append(summary.verdict()).append(" Run ").append(summary.run()).append(" took ");
    page.append(Progress.seconds(summary.taken())).append(", its scenarios ");
    page.append(Progress.seconds(summary.scenariosTook())).append(".\n");
    summary
        .facts()
        .ifPresent(facts -> page.append("\nOn ").append(cell(facts.toString())).append(".\n"));
    for (RunProblem problem : summary.problems()) {
      page.append("\n**").append(cell(problem.name())).append("**: ");
      page.append(cell(problem.message())).append('\n');
    }
    for (Target.LeftOut some : summary.leftOut()) {
      page.append("\nLeft out: `").append(some.tags()).append("`: ");
      page.append(some.why()).append(".\n");
    }
    if (!summary.failed().isEmpty()) {
      page.append("\n| failed scenario | step | why |\n| --- | --- | --- |\n");
      summary.failed().forEach(scenario -> page.append(row(scenario)));
      page.append("\nTo run only these again:\n\n```\n")
          .append(new RerunCommand(summary).ofFailed())
          .append("\n```\n");
    }
    return page.append('\n').toString();
  }

  private static String row(ScenarioResult scenario) {
    ScenarioResult.Problem problem = scenario.problem().orElseThrow();
    return "| "
        + cell(scenario.name())
        + "<br>`"
        + scenario.location()
        + "` | "
        + cell(problem.step())
        + " | "
        + cell(problem.message())
        + " |\n";
  }

  private static String cell(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("|", "\\|")
        .replaceAll("\\R", "<br>");
  }
}
