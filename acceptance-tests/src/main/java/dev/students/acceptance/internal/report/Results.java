package dev.students.acceptance.internal.report;

import dev.students.acceptance.internal.console.Count;
import dev.students.acceptance.internal.console.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The results of the scenarios so far, which are also shown on the console. Thread-safe. */
public final class Results {

  private final OptionalInt total;
  private final Progress progress;
  private final List<ScenarioResult> finished = new ArrayList<>();
  private final Map<String, Integer> expected = new HashMap<>();
  private Optional<Instant> start = Optional.empty();
  private Optional<Count> count = Optional.empty();
  private Duration taken = Duration.ZERO;
  private int failures;
  private boolean silent;

  /**
   * @param total the total number of scenarios, if known
   */
  public Results(OptionalInt total, Progress progress) {
    this.total = total;
    this.progress = progress;
  }

  /** Counts a scenario that belongs to a feature in the run and is not excluded by the target. */
  public synchronized void expect(String feature) {
    expected.merge(feature, 1, Integer::sum);
  }

  public synchronized void begin(Instant time) {
    if (start.isEmpty()) {
      start = Optional.of(time);
      if (!silent && total.isPresent()) {
        count = Optional.of(progress.count("Scenarios", total.getAsInt()));
      }
    }
  }

  public synchronized void add(ScenarioResult result, Instant time) {
    finished.add(result);
    taken = Duration.between(start.orElse(time), time);
    failures += result.passed() ? 0 : 1;
    count.ifPresent(shown -> shown.next(failures == 0 ? "" : ", " + failures + " failed"));
    if (total.isPresent() && finished.size() >= total.getAsInt()) {
      endCount();
    }
  }

  /** Stops showing progress on the console. */
  public synchronized void silence() {
    silent = true;
    endCount();
  }

  private void endCount() {
    count.ifPresent(Count::close);
    count = Optional.empty();
  }

  /**
   * Whether only some of the scenarios that the target supports ran.
   *
   * @param features the folder of all features
   */
  public synchronized boolean partial(Path features) {
    int scenarios = expected.values().stream().mapToInt(Integer::intValue).sum();
    if (finished.size() < scenarios || !Files.isDirectory(features)) {
      return true;
    }
    try (Stream<Path> files = Files.walk(features)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".feature"))
          .anyMatch(file -> !expected.containsKey(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The features cannot be listed.", e);
    }
  }

  /** The time from the start of the first scenario to the end of the last. */
  public synchronized Duration taken() {
    return taken;
  }

  /** All finished scenarios, in the order of the feature files. */
  public synchronized List<ScenarioResult> all() {
    return finished.stream()
        .sorted(
            Comparator.comparing(ScenarioResult::feature).thenComparingInt(ScenarioResult::line))
        .toList();
  }
}
