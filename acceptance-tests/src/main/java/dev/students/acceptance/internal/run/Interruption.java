package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.console.Paragraph;
import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.targets.StartedProcess;
import dev.students.acceptance.internal.targets.Target;
import dev.students.acceptance.internal.workspace.RunFiles;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Ends an interrupted run (Ctrl-C or a cancelled CI job) and cleans up after it. Only a kill that a
 * process cannot handle requires {@code --clean-up}.
 *
 * <p>The run continues while the JVM shuts down, so its manifest is closed first. From then on the
 * run cannot create resources and soon stops, and the manifest lists everything that it created. If
 * the run is already cleaning up, that is awaited; there are never two clean-ups at a time.
 */
final class Interruption {

  /** A cancelled CI job has about ten seconds in total. */
  private static final Duration TIME_TO_COME_TO_REST = Duration.ofSeconds(3);

  private final RunFiles run;
  private final Target target;
  private final Progress progress;
  private final Duration timeToComeToRest;
  private final Map<String, String> variables;
  private final CountDownLatch atRest = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "clean-up");
  private Optional<FutureTask<Void>> cleanUp = Optional.empty();
  private Runnable whenInterrupted = () -> {};
  private Consumer<Optional<String>> whenCleanedUp = failure -> {};

  Interruption(RunFiles run, Target target, Progress progress) {
    this(run, target, progress, TIME_TO_COME_TO_REST, System.getenv());
  }

  /**
   * @param variables the environment variables, by which CI systems are recognized
   */
  Interruption(
      RunFiles run,
      Target target,
      Progress progress,
      Duration timeToComeToRest,
      Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
    this.timeToComeToRest = timeToComeToRest;
    this.run = run;
    this.target = target;
    this.progress = progress;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Registers further actions.
   *
   * @param interrupted runs immediately, to prevent further scenarios
   * @param cleanedUp runs at the end with the reason why something may be left behind, to write the
   *     reports
   */
  synchronized void listen(Runnable interrupted, Consumer<Optional<String>> cleanedUp) {
    this.whenInterrupted = interrupted;
    this.whenCleanedUp = cleanedUp;
  }

  /** Called if the run fails before there is anything to close, unless it was interrupted. */
  void restIfInterrupted() {
    if (run.manifest().isClosed()) {
      rest();
    }
  }

  /**
   * Removes the resources of the run. If the run is interrupted, this method never returns, because
   * the interruption removes them.
   *
   * @throws RuntimeException if some may be left behind
   */
  void cleanUp(Runnable removal) {
    FutureTask<Void> task = new FutureTask<>(removal, null);
    synchronized (this) {
      if (!run.manifest().isClosed()) {
        cleanUp = Optional.of(task);
      }
    }
    restIfInterrupted();
    task.run();
    outcome(task);
  }

  /** Called once there is nothing left to clean up. */
  void over() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException underWay) {
      rest();
    }
  }

  /** Never returns, because the JVM ends when the shutdown hook does. */
  private void rest() {
    atRest.countDown();
    while (true) {
      LockSupport.park(this);
    }
  }

  /** Called by the shutdown hook. */
  void interrupt() {
    Optional<FutureTask<Void>> begun;
    synchronized (this) {
      run.manifest().close();
      begun = cleanUp;
    }
    progress.say("Interrupted: the run ends, and what it created is removed.");
    whenInterrupted.run();
    Optional<String> failure = Optional.empty();
    try {
      if (begun.isPresent()) {
        outcome(begun.get());
      } else {
        removeAll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = Optional.of(CleanUpFailure.message(run, e));
      progress.say(Paragraph.of("Cleaning up failed: " + failure.get()));
    }
    whenCleanedUp.accept(failure);
  }

  private void removeAll() throws InterruptedException {
    if (variables.containsKey("CI")) {
      // The job may be killed, and its machine no longer exists then.
      progress.say("What the run created, for --clean-up FILE on another machine:");
      run.manifest().lines().forEach(progress::say);
    }
    StartedProcess.endAll(run.manifest());
    boolean resting = atRest.await(timeToComeToRest.toMillis(), TimeUnit.MILLISECONDS);
    target.cleanUp(run.manifest(), progress);
    if (!resting) {
      throw new IllegalStateException(
          "The scenarios did not stop, so what they created last may have been missed.");
    }
    run.manifest().delete();
  }

  private static void outcome(FutureTask<Void> task) {
    try {
      task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The clean-up was interrupted.", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }
}
