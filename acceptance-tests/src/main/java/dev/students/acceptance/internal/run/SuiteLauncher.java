package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.console.Paragraph;
import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.targets.TargetException;
import dev.students.acceptance.internal.workspace.ProjectLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Starts the suite of scenarios through the JUnit Platform, as Maven and IDEs do, with the target
 * and the selection given by the user.
 */
public final class SuiteLauncher {

  private static final String SUITE = "dev.students.acceptance.ScenariosIT";
  private static final String DRY_RUN = "cucumber.execution.dry-run";

  private final ProjectLayout layout;
  private final RunRequest request;
  private final Progress progress;

  public SuiteLauncher(ProjectLayout layout, RunRequest request, Progress progress) {
    this.layout = layout;
    this.request = request;
    this.progress = progress;
  }

  /**
   * Runs the scenarios.
   *
   * @return the exit status: 0 only if there was at least one scenario, all passed, and nothing of
   *     the run is left behind
   */
  public int run() {
    int scenarios = dryRun();
    CancellationToken cancellation = CancellationToken.create();
    CurrentRun.prepare(
        new CurrentRun.Preparation(
            layout, request, OptionalInt.of(scenarios), progress, cancellation::cancel));
    try {
      TestExecutionSummary summary = execute(false, LauncherDiscoveryListener.NOOP, cancellation);
      if (CurrentRun.find().isEmpty()) {
        throw failuresOfContainers(summary)
            .findFirst()
            .orElseGet(() -> new IllegalStateException("The run did not start."));
      }
      failuresOfContainers(summary)
          .filter(failure -> !(failure instanceof TargetException))
          .forEach(failure -> progress.say(Paragraph.of("The run failed: " + failure)));
      return summary.getTotalFailureCount() == 0 ? 0 : 1;
    } finally {
      CurrentRun.forget();
    }
  }

  /**
   * Discovers the scenarios without executing them, so that nothing is started or deployed for
   * invalid features or an empty selection.
   *
   * @return the number of selected scenarios
   */
  private int dryRun() {
    List<String> issues = new CopyOnWriteArrayList<>();
    TestExecutionSummary summary = execute(true, listening(issues), CancellationToken.disabled());
    if (!issues.isEmpty()) {
      throw new IllegalArgumentException("The features cannot be read. " + issues.get(0));
    }
    if (summary.getTestsStartedCount() == 0) {
      throw new IllegalArgumentException("No scenario is selected" + request.selection() + ".");
    }
    failuresOfContainers(summary)
        .findFirst()
        .ifPresent(
            failure -> {
              throw new IllegalArgumentException(
                  "The steps cannot be used. " + failure.getMessage(), failure);
            });
    return Math.toIntExact(summary.getTestsStartedCount());
  }

  /**
   * For a line without a scenario, Cucumber only logs a warning and would run the whole feature.
   */
  private static LauncherDiscoveryListener listening(List<String> issues) {
    return new LauncherDiscoveryListener() {
      @Override
      public void issueEncountered(UniqueId engine, DiscoveryIssue issue) {
        if (issue.severity().compareTo(DiscoveryIssue.Severity.WARNING) >= 0) {
          issues.add(
              issue
                  .message()
                  .replaceFirst("^\\[cucumber] ", "")
                  .replaceFirst("\\.? Selecting the whole feature instead", "")
                  .replaceFirst(" \\(via @Suite [^)]*\\)\\.?$", "."));
        }
      }
    };
  }

  private TestExecutionSummary execute(
      boolean dryRun, LauncherDiscoveryListener discovery, CancellationToken cancellation) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors())
                .configurationParameters(parameters())
                .configurationParameter(DRY_RUN, String.valueOf(dryRun))
                .listeners(discovery)
                .forExecution()
                .listeners(listener)
                .cancellationToken(cancellation)
                .build());
    return listener.getSummary();
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    String threads = String.valueOf(request.threads());
    parameters.put("cucumber.execution.parallel.config.fixed.parallelism", threads);
    parameters.put("cucumber.execution.parallel.config.fixed.max-pool-size", threads);
    // The dry run reports this, so the log line is redundant.
    parameters.put("junit.platform.discovery.issue.severity.critical", "WARNING");
    parameters.put(RunRequest.TAGS, request.tagExpression().orElse(""));
    return parameters;
  }

  /** Selects the feature files in the source tree, so that edits take effect without a build. */
  private List<DiscoverySelector> selectors() {
    Stream<FeatureFile> features =
        request.features().isEmpty()
            ? Stream.of(FeatureFile.all(layout))
            : request.features().stream().map(name -> FeatureFile.named(name, layout));
    return features
        .flatMap(SuiteLauncher::uniqueIds)
        .<DiscoverySelector>map(DiscoverySelectors::selectUniqueId)
        .toList();
  }

  /** In the form in which Cucumber's engine assigns them to feature elements. */
  private static Stream<UniqueId> uniqueIds(FeatureFile file) {
    UniqueId feature =
        UniqueId.forEngine("junit-platform-suite")
            .append("suite", SUITE)
            .append("engine", "cucumber")
            .append("feature", file.uri().toString());
    return file.lines().isEmpty()
        ? Stream.of(feature)
        : file.lines().stream().map(line -> feature.append("scenario", line.toString()));
  }

  private static Stream<RuntimeException> failuresOfContainers(TestExecutionSummary summary) {
    return summary.getFailures().stream()
        .filter(failure -> failure.getTestIdentifier().isContainer())
        .map(TestExecutionSummary.Failure::getException)
        .map(
            failure ->
                failure instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException(failure.getMessage(), failure));
  }
}
