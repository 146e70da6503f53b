package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.report.RunProblem;
import dev.students.acceptance.internal.report.ScenarioResult;
import dev.students.acceptance.internal.targets.OpenTarget;
import dev.students.acceptance.internal.targets.TargetException;
import dev.students.acceptance.internal.targets.TargetFacts;
import dev.students.acceptance.internal.targets.TargetOptions;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.ProjectLayout;
import dev.students.acceptance.internal.workspace.RunFiles;
import dev.students.acceptance.internal.workspace.RunId;
import dev.students.local.CallRecorder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * One run on an open target. Cucumber hooks {@linkplain RunOpening open} and {@linkplain #close()
 * close} it; {@link RunReporter} receives the results of the scenarios.
 *
 * <p>Thread-safe.
 */
public final class AcceptanceRun {

  private final CurrentRun.Preparation preparation;
  private final RunFiles files;
  private final RunReports reports;
  private final Interruption interruption;
  private final OpenTarget target;
  private final DynamoDbClient client;
  private final CallRecorder recorder;
  private volatile boolean underWay = true;
  private Optional<String> cleanUpFailure = Optional.empty();

  /**
   * @param start when the run started, before the target was ready
   * @param facts details of the target beyond its name
   */
  AcceptanceRun(
      CurrentRun.Preparation preparation,
      RunFiles files,
      Instant start,
      Interruption interruption,
      OpenTarget target,
      Optional<TargetFacts> facts) {
    this.preparation = preparation;
    this.files = files;
    this.interruption = interruption;
    this.target = target;
    this.reports = new RunReports(preparation, files, start, facts);
    this.client = target.clientBuilder().build();
    this.recorder = Calls.recorder(target, client);
    interruption.listen(this::interrupted, reports::writeInterrupted);
  }

  public RunId id() {
    return files.id();
  }

  public Manifest manifest() {
    return files.manifest();
  }

  public OpenTarget target() {
    return target;
  }

  public TargetOptions options() {
    return preparation.request().options();
  }

  /** A client of the table, shared by all scenarios. */
  public DynamoDbClient client() {
    return client;
  }

  /** Starts the recording of each scenario. */
  public CallRecorder recorder() {
    return recorder;
  }

  /** The reason why the target excludes a scenario with these tags; empty if it does not. */
  public Optional<String> whyLeftOut(Collection<String> tags) {
    return preparation.request().whyLeftOut(tags);
  }

  /** Whether every scenario passed on the default target with the default options. */
  public boolean isWholeAsByDefault() {
    return preparation.request().target().name().equals("embedded")
        && reports.results().all().stream().allMatch(ScenarioResult::passed)
        && !reports.results().partial(preparation.layout().features());
  }

  /** Whether the target is open. */
  boolean isUnderWay() {
    return underWay;
  }

  ProjectLayout layout() {
    return preparation.layout();
  }

  RunReports reports() {
    return reports;
  }

  private void interrupted() {
    reports.results().silence();
    preparation.cancellation().run();
  }

  /**
   * Removes the resources of the run.
   *
   * @throws TargetException if some may be left behind
   */
  void close() {
    try {
      interruption.cleanUp(
          () -> {
            client.close();
            target.close();
            files.manifest().delete();
          });
    } catch (RuntimeException e) {
      String message = CleanUpFailure.message(files, e);
      cleanUpFailure = Optional.of(message);
      throw new TargetException(CleanUpFailure.NAME + ": " + message, e);
    } finally {
      underWay = false;
      interruption.over();
    }
  }

  /**
   * Reports the verdict, and writes the reports and the living documentation.
   *
   * @param failure the reason why Cucumber itself could not finish
   * @throws IllegalStateException if no scenario ran, or if a report could not be written
   */
  void finish(Optional<String> failure) {
    List<RunProblem> problems = new ArrayList<>();
    cleanUpFailure.ifPresentOrElse(
        message -> problems.add(new RunProblem(CleanUpFailure.NAME, message)),
        () ->
            failure.ifPresent(
                message -> problems.add(new RunProblem("Cucumber did not finish", message))));
    List<String> unwritten = reports.write(problems);
    if (reports.results().all().isEmpty() && problems.isEmpty()) {
      // The JUnit Platform does not treat a run with only skipped scenarios as a failure.
      throw new IllegalStateException("No scenario was run: the selection is empty.");
    }
    if (!unwritten.isEmpty()) {
      throw new IllegalStateException(String.join(" ", unwritten));
    }
  }
}
