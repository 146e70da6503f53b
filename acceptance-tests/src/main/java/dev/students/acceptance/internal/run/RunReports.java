package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.console.Paragraph;
import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.report.ConsoleReport;
import dev.students.acceptance.internal.report.Reports;
import dev.students.acceptance.internal.report.Results;
import dev.students.acceptance.internal.report.RunProblem;
import dev.students.acceptance.internal.report.RunSummary;
import dev.students.acceptance.internal.targets.TargetFacts;
import dev.students.acceptance.internal.workspace.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reports of a run: on the console, in its folder, and in the living documentation. */
final class RunReports {

  private final CurrentRun.Preparation preparation;
  private final RunFiles files;
  private final Optional<TargetFacts> facts;
  private final Progress progress;
  private final Instant start;
  private final Results results;
  private final Reports reports;

  RunReports(
      CurrentRun.Preparation preparation,
      RunFiles files,
      Instant start,
      Optional<TargetFacts> facts) {
    this.preparation = preparation;
    this.files = files;
    this.facts = facts;
    this.progress = preparation.progress();
    this.start = start;
    this.results = new Results(preparation.scenarios(), progress);
    this.reports = new Reports(files.folder(), preparation.layout().module(), System.getenv());
  }

  Results results() {
    return results;
  }

  /**
   * Opens Cucumber's own reports. Until the run ends, none of them looks like the report of a
   * passed run.
   */
  MessageReports begin() {
    String target = preparation.request().target().name();
    try {
      return MessageReports.in(
          files.folder(),
          "Acceptance on " + target + facts.map(found -> ": " + found).orElse(""),
          reports.begin(
              new RunProblem(
                  "The run did not end",
                  "It is still running or was killed. To remove what it left: "
                      + CleanUpFailure.command(files))));
    } catch (IOException e) {
      throw new UncheckedIOException("The run's folder cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * Reports the verdict, and writes the reports and the living documentation.
   *
   * @return the reports that could not be written
   */
  List<String> write(List<RunProblem> problems) {
    RunSummary summary = summary(problems);
    new ConsoleReport(progress).print(summary);
    List<String> unwritten = new ArrayList<>(reports.write(summary));
    try {
      new Documentation(preparation.layout())
          .write()
          .ifPresent(startPage -> progress.say("Living documentation: " + startPage));
    } catch (RuntimeException e) {
      unwritten.add("The living documentation cannot be written: " + e.getMessage());
    }
    unwritten.forEach(report -> progress.say(Paragraph.of(report)));
    return unwritten;
  }

  /**
   * Writes the reports of an interrupted run. The living documentation contains only completed
   * runs.
   *
   * @param cleanUpFailure the reason why something may be left behind
   */
  void writeInterrupted(Optional<String> cleanUpFailure) {
    List<RunProblem> problems = new ArrayList<>();
    problems.add(
        new RunProblem(
            RunSummary.INTERRUPTED,
            "It ended after " + results.all().size() + " scenarios; the others did not run."));
    cleanUpFailure.ifPresent(message -> problems.add(new RunProblem(CleanUpFailure.NAME, message)));
    reports.write(summary(problems)).forEach(report -> progress.say(Paragraph.of(report)));
  }

  private RunSummary summary(List<RunProblem> problems) {
    RunRequest request = preparation.request();
    return new RunSummary(
        files.id().value(),
        request.target().name(),
        request.target().environment(),
        facts,
        request.options(),
        request.target().leftOut(),
        start,
        Duration.between(start, Instant.now()),
        results.taken(),
        results.all(),
        problems,
        results.partial(preparation.layout().features()));
  }
}
