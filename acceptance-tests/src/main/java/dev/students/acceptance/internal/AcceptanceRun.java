package dev.students.acceptance.internal;

import dev.students.acceptance.internal.report.Reports;
import dev.students.acceptance.internal.report.Results;
import dev.students.acceptance.internal.report.RunSummary;
import dev.students.acceptance.internal.target.StartedProcess;
import dev.students.acceptance.internal.target.TestBed;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One run, from making the target ready to the reports. */
final class AcceptanceRun {

  private final ProjectLayout layout;
  private final RunRequest request;
  private final Progress progress;
  private final RunId id = RunId.startedAt(Instant.now());
  private final Manifest manifest;

  AcceptanceRun(ProjectLayout layout, RunRequest request, Progress progress) {
    this.layout = layout;
    this.request = request;
    this.progress = progress;
    this.manifest = Manifest.of(layout.manifests(), id);
  }

  /** The exit status. */
  int run() {
    Instant start = Instant.now();
    progress.say("Run " + id + " on " + request.target().name());
    CucumberRun cucumber = new CucumberRun(layout, request, layout.runs().resolve(id.value()));
    Results results = new Results(selected(cucumber), progress);
    manifest.add(Manifest.Kind.TARGET, request.target().name());
    manifest.add(Manifest.Kind.RUNNER, StartedProcess.describe(ProcessHandle.current()));
    Interruption interruption = new Interruption(id, request.target(), manifest, results, progress);
    boolean cleanedUp;
    try {
      TestBed bed = open(interruption);
      try {
        scenarios(bed, cucumber, results);
      } finally {
        interruption.restIfInterrupted();
        cleanedUp = cleanUp(bed);
      }
    } finally {
      interruption.over();
    }
    RunSummary summary =
        new RunSummary(
            id.value(),
            request.target().name(),
            request.target().environment(),
            request.options(),
            request.target().leftOut(),
            start,
            Duration.between(start, Instant.now()),
            results.taken(),
            results.all(),
            cucumber.wentThrough(),
            request.partial());
    new Reports(layout.runs().resolve(id.value())).write(summary);
    new ConsoleReport(progress).print(summary);
    new Documentation(layout)
        .write()
        .ifPresent(startPage -> progress.say("Living documentation: " + startPage));
    return summary.passed() && cleanedUp ? 0 : 1;
  }

  private TestBed open(Interruption interruption) {
    try {
      return request.target().open(id, manifest, progress);
    } catch (RuntimeException e) {
      interruption.restIfInterrupted();
      if (manifest.namesNothing()) {
        manifest.delete();
      } else {
        tellHowToCleanUp();
      }
      throw e;
    }
  }

  /** How many scenarios there are to run. */
  private int selected(CucumberRun cucumber) {
    int scenarios = cucumber.rehearse();
    if (scenarios == 0) {
      throw new IllegalArgumentException("No scenario is selected" + request.selection() + ".");
    }
    return scenarios;
  }

  private void scenarios(TestBed bed, CucumberRun cucumber, Results results) {
    tellWhatIsLeftOut();
    try (DynamoDbClient client = bed.clientBuilder().build()) {
      new CurrentRun(
              id, bed, client, Calls.recorder(bed, client), request.options(), manifest, results)
          .during(cucumber::run);
    }
  }

  /** Whether nothing is left; what the scenarios found is told in any case. */
  private boolean cleanUp(TestBed bed) {
    try {
      bed.close();
      manifest.delete();
      return true;
    } catch (RuntimeException e) {
      progress.say(Paragraph.of("Cleaning up failed: " + e.getMessage()));
      tellHowToCleanUp();
      return false;
    }
  }

  private void tellHowToCleanUp() {
    progress.say("The run may have left something: ./acceptance --clean-up " + id);
  }

  private void tellWhatIsLeftOut() {
    request
        .target()
        .leftOut()
        .forEach(some -> progress.say("Left out: " + some.tags() + ": " + some.why() + "."));
  }
}
