package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.console.Paragraph;
import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.report.ConsoleReport;
import dev.students.acceptance.internal.report.Reports;
import dev.students.acceptance.internal.report.Results;
import dev.students.acceptance.internal.report.RunProblem;
import dev.students.acceptance.internal.report.RunSummary;
import dev.students.acceptance.internal.report.ScenarioResult;
import dev.students.acceptance.internal.run.CurrentRun.Preparation;
import dev.students.acceptance.internal.targets.OpenTarget;
import dev.students.acceptance.internal.targets.StartedProcess;
import dev.students.acceptance.internal.targets.TargetException;
import dev.students.acceptance.internal.targets.TargetFacts;
import dev.students.acceptance.internal.targets.TargetOptions;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.ProjectLayout;
import dev.students.acceptance.internal.workspace.RunFiles;
import dev.students.acceptance.internal.workspace.RunId;
import dev.students.local.CallRecorder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * One run on an open target, from making the target ready to the reports. Hooks of the scenarios
 * open and {@linkplain #close() close} it; {@link RunReporter} hears how the scenarios ended.
 *
 * <p>Thread-safe.
 */
public final class AcceptanceRun {

  private final Preparation preparation;
  private final RunFiles files;
  private final Progress progress;
  private final Instant start = Instant.now();
  private final Results results;
  private final Interruption interruption;
  private final OpenTarget target;
  private final DynamoDbClient client;
  private final CallRecorder recorder;
  private volatile boolean underWay = true;
  private Optional<String> cleanUpFailure = Optional.empty();
  private Optional<TargetFacts> facts = Optional.empty();

  private AcceptanceRun(
      Preparation preparation, RunFiles files, Results results, Interruption interruption) {
    this.preparation = preparation;
    this.files = files;
    this.progress = preparation.progress();
    this.results = results;
    this.interruption = interruption;
    this.target = openTarget();
    this.client = target.clientBuilder().build();
    this.recorder = Calls.recorder(target, client);
    this.facts = factsOfTarget();
    interruption.listen(this::interrupted, this::interruptionCleanedUp);
  }

  /**
   * Makes the target ready.
   *
   * @throws TargetException if it cannot be used; what was made of it is gone, or told of
   */
  static AcceptanceRun open(Preparation preparation) {
    RunRequest request = preparation.request();
    RunFiles files = RunFiles.of(preparation.layout(), RunId.startedAt(Instant.now()));
    Progress progress = preparation.progress();
    progress.say("Run " + files.id() + " on " + request.target().name());
    Results results = new Results(preparation.scenarios(), progress);
    files.manifest().add(Manifest.Kind.TARGET, request.target().name());
    files.manifest().add(Manifest.Kind.RUNNER, StartedProcess.describe(ProcessHandle.current()));
    Interruption interruption = new Interruption(files, request.target(), progress);
    AcceptanceRun run;
    try {
      run = new AcceptanceRun(preparation, files, results, interruption);
    } catch (RuntimeException e) {
      interruption.over();
      throw e;
    }
    run.facts.ifPresent(found -> progress.say(Paragraph.of("On " + found)));
    request
        .target()
        .leftOut()
        .forEach(some -> progress.say("Left out: " + some.tags() + ": " + some.why() + "."));
    return run;
  }

  private OpenTarget openTarget() {
    try {
      return preparation.request().target().open(files, progress);
    } catch (RuntimeException e) {
      interruption.restIfInterrupted();
      if (files.manifest().namesNothing()) {
        files.manifest().delete();
      } else {
        tellHowToCleanUp();
      }
      throw e;
    }
  }

  private Optional<TargetFacts> factsOfTarget() {
    try {
      return target.facts();
    } catch (RuntimeException e) {
      try {
        target.close();
        files.manifest().delete();
      } catch (RuntimeException afterwards) {
        e.addSuppressed(afterwards);
        tellHowToCleanUp();
      }
      throw e;
    }
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

  /** Of the table, for all scenarios. */
  public DynamoDbClient client() {
    return client;
  }

  /** For each scenario to start a recording by. */
  public CallRecorder recorder() {
    return recorder;
  }

  /** Why the target leaves out a scenario with these tags; empty if it does not. */
  public Optional<String> whyLeftOut(Collection<String> tags) {
    return preparation.request().whyLeftOut(tags);
  }

  /** Whether every scenario passed, on a target and with options as they are by default. */
  public boolean isWholeAsByDefault() {
    return preparation.request().target().name().equals("embedded")
        && results.all().stream().allMatch(ScenarioResult::passed)
        && !results.partial(preparation.layout().features());
  }

  /** Whether the target is open. */
  boolean isUnderWay() {
    return underWay;
  }

  ProjectLayout layout() {
    return preparation.layout();
  }

  RunFiles files() {
    return files;
  }

  Results results() {
    return results;
  }

  /**
   * Removes what was made for the run.
   *
   * @throws TargetException if something may be left
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
   * Tells the verdict, and writes the reports and the living documentation.
   *
   * @param failure why Cucumber itself could not finish
   * @throws IllegalStateException if no scenario ran, or a report could not be written
   */
  void finish(Optional<String> failure) {
    List<RunProblem> problems = new ArrayList<>();
    cleanUpFailure.ifPresentOrElse(
        message -> problems.add(new RunProblem(CleanUpFailure.NAME, message)),
        () ->
            failure.ifPresent(
                message -> problems.add(new RunProblem("Cucumber did not finish", message))));
    List<String> unwritten = report(problems);
    if (results.all().isEmpty() && problems.isEmpty()) {
      // For the JUnit Platform, skipped scenarios alone are no failure.
      throw new IllegalStateException("No scenario was run: the selection is empty.");
    }
    if (!unwritten.isEmpty()) {
      throw new IllegalStateException(String.join(" ", unwritten));
    }
  }

  /** What could not be written. */
  private List<String> report(List<RunProblem> problems) {
    RunSummary summary = summary(problems);
    new ConsoleReport(progress).print(summary);
    List<String> unwritten = new ArrayList<>(reports().write(summary));
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

  private Reports reports() {
    return new Reports(files.folder(), preparation.layout().module(), System.getenv());
  }

  private RunSummary summary(List<RunProblem> problems) {
    RunRequest request = preparation.request();
    return new RunSummary(
        id().value(),
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

  private void interrupted() {
    results.silence();
    preparation.cancellation().run();
  }

  private void interruptionCleanedUp(Optional<String> cleanUpFailed) {
    List<RunProblem> problems = new ArrayList<>();
    problems.add(
        new RunProblem(
            RunSummary.INTERRUPTED,
            "It ended after " + results.all().size() + " scenarios; the others did not run."));
    cleanUpFailed.ifPresent(message -> problems.add(new RunProblem(CleanUpFailure.NAME, message)));
    reports().write(summary(problems)).forEach(report -> progress.say(Paragraph.of(report)));
  }

  private void tellHowToCleanUp() {
    progress.say("The run may have left something: " + CleanUpFailure.command(files));
  }
}
