package dev.students.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoTest {

  private static final Path ACCESS_PATTERNS = Path.of("..", "docs", "access-patterns.md");
  private static final Pattern REQUEST =
      Pattern.compile("   ([A-Z]\\w+) +\\d items? +([0-9.]+) read units? +([0-9.]+) write units?");

  private static Run demo = Run.of();

  /** The requests and units of an operation. */
  record Cost(List<String> requests, double readUnits, double writeUnits) {}

  @BeforeAll
  static void run() {
    demo = Run.of("demo");
  }

  @Test
  void demo_showsTheLifeOfAStudentWithinEightyColumns() {
    assertThat(demo.exitCode()).as(demo.err()).isZero();
    assertThat(demo.out().lines().filter(line -> line.matches("[0-9]  .*"))).hasSize(8);
    assertThat(demo.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(demo.out()).contains("In all 11 requests, 4.5 read units and 28 write units");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          create   | `create`      |
          get      | `findById`    |
          find     | `findByEmail` |
          update   | `update`      | another e-mail
          award-xp | `awardXp`     |
          delete   | `softDelete`  |
          restore  | `restore`     |
          """)
  void step_costs_equalThoseOfTheAccessPatterns(String command, String operation, String variant)
      throws IOException {
    String step = steps().getOrDefault(command, "");

    assertThat(cost(step)).isEqualTo(documented(operation, variant == null ? "" : variant));
  }

  @Test
  void repeatedAward_isCancelled_reportsNoCost() {
    String step = demo.out().split("\n\n", -1)[5];

    assertThat(step)
        .contains(" $ students award-xp ", "already applied\n")
        .endsWith("TransactWriteItems  cancelled; AWS publishes no rule for its units");
  }

  /** The first step of each command in the demo. */
  private static Map<String, String> steps() {
    return Pattern.compile("(?s)\\$ students ([a-z-]+) .*?\n\n")
        .matcher(demo.out())
        .results()
        .collect(Collectors.toMap(step -> step.group(1), MatchResult::group, (one, other) -> one));
  }

  private static Cost cost(String step) {
    List<MatchResult> requests = REQUEST.matcher(step).results().toList();
    return new Cost(
        requests.stream().map(request -> request.group(1)).toList(),
        requests.stream().mapToDouble(request -> Double.parseDouble(request.group(2))).sum(),
        requests.stream().mapToDouble(request -> Double.parseDouble(request.group(3))).sum());
  }

  private static Cost documented(String operation, String variant) throws IOException {
    return Files.readAllLines(ACCESS_PATTERNS).stream()
        .map(line -> List.of(line.split(" *\\| *", -1)))
        .filter(cells -> cells.size() > 6)
        .filter(cells -> cells.get(1).equals(operation) && cells.get(2).equals(variant))
        .map(
            cells ->
                new Cost(
                    List.of(cells.get(3).split(", ")),
                    Double.parseDouble(cells.get(4)),
                    Double.parseDouble(cells.get(5))))
        .findFirst()
        .orElseThrow();
  }
}
