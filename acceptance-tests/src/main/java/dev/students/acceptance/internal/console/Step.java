package dev.students.acceptance.internal.console;

import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressState;

/** A step in progress. If it is closed without {@link #done()}, it is reported as failed. */
public final class Step implements AutoCloseable {

  private static final long UNKNOWN = -1;

  private final Progress progress;
  private final String what;
  private final long start = System.nanoTime();
  private final Optional<ProgressBar> bar;
  private boolean done;

  Step(Progress progress, String what) {
    this.progress = progress;
    this.what = what;
    this.bar =
        progress
            .bar(what)
            .map(drawn -> drawn.setInitialMax(UNKNOWN).setRenderer(Step::line).build());
    if (bar.isEmpty()) {
      progress.say(what + " …");
    }
  }

  public void done() {
    done = true;
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    progress.say(what + (done ? ": " : " failed after ") + Progress.seconds(taken));
  }

  /** Shows the elapsed seconds instead of a bar, because the total is unknown. */
  private static String line(ProgressState state, int width) {
    String seconds = " … " + state.getTotalElapsed().toSeconds() + " s";
    String what = state.getTaskName();
    return what.substring(0, Math.min(what.length(), Math.max(0, width - seconds.length())))
        + seconds;
  }
}
