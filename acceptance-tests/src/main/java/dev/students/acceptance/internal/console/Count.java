package dev.students.acceptance.internal.console;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;

/** Progress toward a known total: a progress bar on a terminal, otherwise about ten lines. */
public final class Count implements AutoCloseable {

  private static final int LINES = 10;

  private final Progress progress;
  private final String what;
  private final int total;
  private final Optional<ProgressBar> bar;
  private int done;

  Count(Progress progress, String what, int total) {
    this.progress = progress;
    this.what = what;
    this.total = total;
    this.bar =
        progress
            .bar(what)
            .map(drawn -> drawn.setInitialMax(total).hideEta())
            .map(drawn -> progress.isNarrow() ? drawn.setRenderer(Count::line) : drawn)
            .map(ProgressBarBuilder::build);
  }

  /** The bar of the library would leave no room for the remark. */
  private static String line(ProgressState state, int width) {
    return line(state.getTaskName(), state.getCurrent(), state.getMax(), state.getExtraMessage());
  }

  private static String line(String what, long done, long total, String remark) {
    return what + ": " + done + "/" + total + " done" + remark;
  }

  /**
   * Counts one more as done.
   *
   * @param remark text for the end of the line; may be empty
   */
  public synchronized void next(String remark) {
    done++;
    if (bar.isPresent()) {
      bar.get().setExtraMessage(remark);
      bar.get().step();
    } else if (done == total || done % (total / LINES + 1) == 0) {
      progress.say(line(what, done, total, remark));
    }
  }

  /** Removes the bar. Calling it again has no effect. */
  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
