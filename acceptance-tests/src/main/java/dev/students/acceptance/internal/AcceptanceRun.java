package dev.students.acceptance.internal;

import dev.students.acceptance.internal.report.Reports;
import dev.students.acceptance.internal.report.Results;
import dev.students.acceptance.internal.report.RunSummary;
import dev.students.acceptance.internal.target.TestBed;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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
    Results results = new Results(planned(), progress);
    progress.say("Run " + id + " on " + request.target().name());
    CucumberRun cucumber = new CucumberRun(layout, request, layout.runs().resolve(id.value()));
    manifest.add(Manifest.Kind.TARGET, request.target().name());
    CleaningUpOnKill onKill = new CleaningUpOnKill(request.target(), manifest, progress);
    Duration scenarios = scenarios(cucumber, results);
    onKill.close();
    RunSummary summary =
        new RunSummary(
            id.value(),
            request.target().name(),
            request.target().environment(),
            request.options(),
            request.target().leftOut(),
            start,
            Duration.between(start, Instant.now()),
            scenarios,
            results.all(),
            cucumber.wentThrough(),
            request.partial());
    Path folder = layout.runs().resolve(id.value());
    new Reports(folder).write(summary);
    Path startPage =
        new Documentation(layout).write().orElseThrow(() -> new IllegalStateException("no run"));
    new ConsoleReport(progress).print(summary, startPage);
    return summary.passed() ? 0 : 1;
  }

  /** How long the scenarios took. */
  private Duration scenarios(CucumberRun cucumber, Results results) {
    Duration taken;
    try (TestBed bed = request.target().open(id, manifest, progress)) {
      tellWhatIsLeftOut();
      long start = System.nanoTime();
      CurrentRun run = new CurrentRun(id, bed, request.options(), manifest, results);
      run.during(cucumber::run);
      taken = Duration.ofNanos(System.nanoTime() - start);
    } catch (RuntimeException e) {
      if (manifest.namesNothing()) {
        manifest.delete();
      } else {
        progress.say("The run may have left something: ./acceptance --clean-up " + id);
      }
      throw e;
    }
    manifest.delete();
    return taken;
  }

  private void tellWhatIsLeftOut() {
    request
        .target()
        .leftOut()
        .forEach(some -> progress.say("Left out: " + some.tags() + ": " + some.why() + "."));
  }

  private Optional<Expression> planned() {
    if (request.byLine()) {
      return Optional.empty();
    }
    try {
      return Optional.of(TagExpressionParser.parse(request.tagExpression().orElse("")));
    } catch (TagExpressionException e) {
      throw new IllegalArgumentException("--tags: " + e.getMessage(), e);
    }
  }
}
