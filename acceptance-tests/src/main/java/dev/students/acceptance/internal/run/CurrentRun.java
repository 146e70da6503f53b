package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.workspace.ProjectLayout;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The run of this JVM. Cucumber makes hooks, step classes and plugins by itself; here they find the
 * run that they belong to.
 *
 * <p>A run that {@code ./acceptance} starts is prepared with what its command line asks for. Any
 * other, started by Maven or an IDE, opens the target that the system properties name, which is the
 * embedded one by default.
 */
public final class CurrentRun {

  private static Optional<Preparation> prepared = Optional.empty();
  private static Optional<AcceptanceRun> current = Optional.empty();

  private CurrentRun() {}

  /**
   * What a run will need that is not open yet.
   *
   * @param scenarios how many there are, where that is known
   * @param cancellation asks whoever started the run to start no more scenarios
   */
  record Preparation(
      ProjectLayout layout,
      RunRequest request,
      OptionalInt scenarios,
      Progress progress,
      Runnable cancellation) {}

  /** Says what the next run is to do. */
  static synchronized void prepare(Preparation preparation) {
    prepared = Optional.of(preparation);
  }

  /**
   * Prepares the run of a suite that Maven or an IDE starts: what the target leaves out is then not
   * among its scenarios.
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

  /** Forgets what was prepared and what ran. */
  static synchronized void forget() {
    prepared = Optional.empty();
    current = Optional.empty();
  }

  /**
   * Opens the target: what Cucumber does before all scenarios.
   *
   * @throws IllegalStateException if a run is under way already
   */
  public static synchronized void begin() {
    if (current.filter(AcceptanceRun::isUnderWay).isPresent()) {
      throw new IllegalStateException("A run is under way in this JVM already.");
    }
    current = Optional.empty();
    Preparation preparation = prepared.orElseGet(CurrentRun::ofProperties);
    current = Optional.of(RunOpening.open(preparation));
  }

  /** Cleans up: what Cucumber does after all scenarios. */
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

  /** The run that is under way or was the last. */
  public static synchronized Optional<AcceptanceRun> find() {
    return current;
  }

  private static Preparation ofProperties() {
    return new Preparation(
        ProjectLayout.aroundWorkingDirectory(),
        RunOptions.ofSystemProperties(),
        OptionalInt.empty(),
        Progress.onConsole(),
        // Once the manifest is closed, no scenario can make a student: those that follow fail soon.
        () -> {});
  }
}
