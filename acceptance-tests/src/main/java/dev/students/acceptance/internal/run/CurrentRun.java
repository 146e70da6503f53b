package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.workspace.ProjectLayout;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The run of this JVM. Cucumber instantiates hooks, step classes and plugins itself; they obtain
 * their run here.
 *
 * <p>A run started by {@code ./acceptance} is prepared with the options of its command line. A run
 * started by Maven or an IDE opens the target given by system properties, by default the embedded
 * one.
 */
public final class CurrentRun {

  private static Optional<Preparation> prepared = Optional.empty();
  private static Optional<AcceptanceRun> current = Optional.empty();

  private CurrentRun() {}

  /**
   * The settings of a run that is not open yet.
   *
   * @param scenarios the number of scenarios, if known
   * @param cancellation tells the launcher not to start further scenarios
   */
  record Preparation(
      ProjectLayout layout,
      RunRequest request,
      OptionalInt scenarios,
      Progress progress,
      Runnable cancellation) {}

  /** Sets the options of the next run. */
  static synchronized void prepare(Preparation preparation) {
    prepared = Optional.of(preparation);
  }

  /**
   * Prepares the run of a suite that Maven or an IDE starts, so that it does not contain scenarios
   * that the target excludes.
   */
  public static synchronized void prepareSuite() {
    if (prepared.isEmpty()) {
      Preparation preparation = ofProperties();
      preparation
          .request()
          .tagExpression()
          .ifPresent(tags -> System.setProperty(RunRequest.TAGS, tags));
      prepared = Optional.of(preparation);
    }
  }

  /** Clears the prepared settings and the last run. */
  static synchronized void forget() {
    prepared = Optional.empty();
    current = Optional.empty();
  }

  /**
   * Opens the target; called by Cucumber before all scenarios.
   *
   * @throws IllegalStateException if a run is already in progress
   */
  public static synchronized void begin() {
    if (current.filter(AcceptanceRun::isUnderWay).isPresent()) {
      throw new IllegalStateException("A run is already in progress in this JVM.");
    }
    current = Optional.empty();
    Preparation preparation = prepared.orElseGet(CurrentRun::ofProperties);
    current = Optional.of(RunOpening.open(preparation));
  }

  /** Cleans up; called by Cucumber after all scenarios. */
  public static void end() {
    find().ifPresent(AcceptanceRun::close);
  }

  /**
   * The run whose target is open.
   *
   * @throws IllegalStateException if there is none
   */
  public static AcceptanceRun get() {
    return find()
        .filter(AcceptanceRun::isUnderWay)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No target is open: the glue must include dev.students.acceptance.steps, whose"
                        + " hooks open one."));
  }

  /** The run in progress, or else the last run. */
  public static synchronized Optional<AcceptanceRun> find() {
    return current;
  }

  private static Preparation ofProperties() {
    return new Preparation(
        ProjectLayout.aroundWorkingDirectory(),
        RunOptions.ofSystemProperties(),
        OptionalInt.empty(),
        Progress.onConsole(),
        // Once the manifest is closed, scenarios cannot create students, so the remaining ones fail
        // quickly.
        () -> {});
  }
}
