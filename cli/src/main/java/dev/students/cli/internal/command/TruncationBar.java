package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Console;
import dev.students.truncation.TruncationListener;
import dev.students.truncation.TruncationProgress;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Draws the progress of a truncation or of its dry run, if standard error is a terminal. */
final class TruncationBar implements TruncationListener, AutoCloseable {

  private static final long UNKNOWN = -1;

  private final Optional<ProgressBar> bar;
  private final ToLongFunction<TruncationProgress> itemsDone;

  private TruncationBar(Optional<ProgressBar> bar, ToLongFunction<TruncationProgress> itemsDone) {
    this.bar = bar;
    this.itemsDone = itemsDone;
  }

  static TruncationBar ofDeleting(Console console) {
    return new TruncationBar(bar(console, "Deleting"), TruncationProgress::deleted);
  }

  static TruncationBar ofCounting(Console console) {
    return new TruncationBar(bar(console, "Counting"), TruncationProgress::scanned);
  }

  private static Optional<ProgressBar> bar(Console console, String task) {
    if (!console.terminal().err()) {
      return Optional.empty();
    }
    int columns = console.terminal().columns();
    return Optional.of(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(UNKNOWN)
            .setUnit(" items", 1)
            .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .setConsumer(new ConsoleProgressBarConsumer(console.err(), columns))
            .build());
  }

  /**
   * The count in the table's description is up to hours old, so it is shown only while it is not
   * exceeded.
   */
  @Override
  public void onProgress(TruncationProgress progress) {
    bar.ifPresent(
        drawn -> {
          long total = progress.approximateTotal().orElse(UNKNOWN);
          long done = itemsDone.applyAsLong(progress);
          drawn.maxHint(total > done ? total : UNKNOWN);
          drawn.stepTo(done);
        });
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
