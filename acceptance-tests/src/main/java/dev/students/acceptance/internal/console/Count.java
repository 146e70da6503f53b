package dev.students.acceptance.internal.console;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;

/** A count on its way to a known total: a bar on a terminal, elsewhere some ten lines in all. */
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

  /** The library's bar would leave no room for the remark. */
  private static String line(ProgressState state, int width) {
    return line(state.getTaskName(), state.getCurrent(), state.getMax(), state.getExtraMessage());
  }

  private static String line(String what, long done, long total, String remark) {
    return what + ": " + done + "/" + total + " done" + remark;
  }

  /**
   * One more is done.
   *
   * @param remark for the end of the line; may be empty
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

  /** Takes the bar away. Repeating it changes nothing. */
  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
