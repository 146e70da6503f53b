package dev.students.acceptance.internal.report;

import dev.students.acceptance.internal.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The scenarios of a run so far, with a line about them on the console. Thread-safe. */
public final class Results {

  private static final int LINES_OF_A_LOG = 10;

  private final int total;
  private final Progress progress;
  private final List<ScenarioResult> finished = new ArrayList<>();
  private Optional<Instant> start = Optional.empty();
  private Duration taken = Duration.ZERO;
  private int failures;
  private boolean silent;

  /**
   * @param total how many there will be
   */
  public Results(int total, Progress progress) {
    this.total = total;
    this.progress = progress;
  }

  synchronized void begin(Instant time) {
    start = start.or(() -> Optional.of(time));
  }

  synchronized void add(ScenarioResult result, Instant time) {
    finished.add(result);
    taken = Duration.between(start.orElse(time), time);
    failures += result.passed() ? 0 : 1;
    boolean worthALine =
        finished.size() == total || finished.size() % (total / LINES_OF_A_LOG + 1) == 0;
    if (!silent) {
      progress.count(line(), worthALine);
    }
  }

  /** Says nothing more on the console. */
  public synchronized void silence() {
    silent = true;
  }

  private String line() {
    return "Scenarios: "
        + finished.size()
        + "/"
        + total
        + " done"
        + (failures == 0 ? "" : ", " + failures + " failed");
  }

  /** From the start of the first scenario to the end of the last. */
  public synchronized Duration taken() {
    return taken;
  }

  /** All that have finished, in the order of the feature files. */
  public synchronized List<ScenarioResult> all() {
    return finished.stream()
        .sorted(
            Comparator.comparing(ScenarioResult::feature).thenComparingInt(ScenarioResult::line))
        .toList();
  }
}
