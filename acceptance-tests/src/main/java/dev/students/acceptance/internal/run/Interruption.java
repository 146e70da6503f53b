package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.console.Paragraph;
import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.report.Results;
import dev.students.acceptance.internal.targets.StartedProcess;
import dev.students.acceptance.internal.targets.Target;
import dev.students.acceptance.internal.workspace.RunFiles;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends a run that somebody interrupts (Ctrl-C, or a job that is cancelled) and cleans up after it.
 * Only a kill that no program can answer leaves that to {@code --clean-up}.
 *
 * <p>The run goes on while the JVM shuts down, so its manifest is closed first: from then on it can
 * make nothing, and soon comes to rest. Only then is everything that it made on the manifest and
 * there to be found.
 */
final class Interruption {

  private static final long SECONDS_TO_COME_TO_REST = 60;

  private final RunFiles run;
  private final Target target;
  private final Results results;
  private final Progress progress;
  private final CountDownLatch atRest = new CountDownLatch(1);
  private final Thread hook = new Thread(this::cleanUp, "clean-up");

  Interruption(RunFiles run, Target target, Results results, Progress progress) {
    this.run = run;
    this.target = target;
    this.results = results;
    this.progress = progress;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** To be called where the run is about to tidy up by itself: not if it is interrupted. */
  void restIfInterrupted() {
    if (run.manifest().isClosed()) {
      rest();
    }
  }

  /** To be called once there is nothing left to clean up. */
  void over() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException underWay) {
      rest();
    }
  }

  /** Never returns: the JVM ends when the hook has. */
  private void rest() {
    atRest.countDown();
    while (true) {
      LockSupport.park(this);
    }
  }

  private void cleanUp() {
    run.manifest().close();
    results.silence();
    progress.say("Interrupted: the run ends here, and what it made is removed.");
    try {
      StartedProcess.endAll(run.manifest());
      if (!atRest.await(SECONDS_TO_COME_TO_REST, TimeUnit.SECONDS)) {
        progress.say("The run does not come to rest; what it is making now may be missed.");
      }
      target.cleanUp(run.manifest(), progress);
      run.manifest().delete();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      progress.say(Paragraph.of("Cleaning up failed: " + e.getMessage()));
      progress.say("To try again: ./acceptance --clean-up " + run.id());
    }
  }
}
