package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Console;
import dev.students.truncation.TruncationListener;
import dev.students.truncation.TruncationProgress;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Draws the progress of a truncation on a terminal; elsewhere it draws nothing. */
final class TruncationBar implements TruncationListener, AutoCloseable {

  private static final long UNKNOWN = -1;

  private final Optional<ProgressBar> bar;

  private TruncationBar(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  static TruncationBar on(Console console) {
    if (!console.terminal().err()) {
      return new TruncationBar(Optional.empty());
    }
    int columns = console.terminal().columns();
    return new TruncationBar(
        Optional.of(
            new ProgressBarBuilder()
                .setTaskName("Deleting")
                .setInitialMax(UNKNOWN)
                .setUnit(" items", 1)
                .showSpeed(
                    new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(console.err(), columns))
                .build()));
  }

  /** The table's own count is hours old, so it is only shown while it is not exceeded. */
  @Override
  public void onProgress(TruncationProgress progress) {
    bar.ifPresent(
        drawn -> {
          long total = progress.approximateTotal().orElse(UNKNOWN);
          drawn.maxHint(total > progress.deleted() ? total : UNKNOWN);
          drawn.stepTo(progress.deleted());
        });
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
