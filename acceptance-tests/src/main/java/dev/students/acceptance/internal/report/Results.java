package dev.students.acceptance.internal.report;

import dev.students.acceptance.internal.Progress;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.tagexpressions.Expression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The scenarios of a run so far, with a line about them on the console. Thread-safe. */
public final class Results {

  private static final int LINES_OF_A_LOG = 10;

  private final Optional<Expression> planned;
  private final Progress progress;
  private final List<ScenarioResult> finished = new ArrayList<>();
  private int total;
  private int failures;
  private boolean silent;

  /**
   * @param planned which scenarios will run; empty when that is not known beforehand, because lines
   *     were given
   */
  public Results(Optional<Expression> planned, Progress progress) {
    this.planned = planned;
    this.progress = progress;
  }

  synchronized void plan(Pickle scenario) {
    List<String> tags = scenario.getTags().stream().map(PickleTag::getName).toList();
    if (planned.map(expression -> expression.evaluate(tags)).orElse(false)) {
      total++;
    }
  }

  synchronized void add(ScenarioResult result) {
    finished.add(result);
    failures += result.passed() ? 0 : 1;
    boolean worthALine =
        total > 0
            && (finished.size() == total || finished.size() % (total / LINES_OF_A_LOG + 1) == 0);
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
        + (planned.isPresent() ? "/" + total : "")
        + " done"
        + (failures == 0 ? "" : ", " + failures + " failed");
  }

  /** All that have finished, in the order of the feature files. */
  public synchronized List<ScenarioResult> all() {
    return finished.stream()
        .sorted(
            Comparator.comparing(ScenarioResult::feature).thenComparingInt(ScenarioResult::line))
        .toList();
  }
}
