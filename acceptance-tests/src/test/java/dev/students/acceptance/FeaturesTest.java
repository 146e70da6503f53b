package dev.students.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules for the text of the features, which are published. */
class FeaturesTest {

  private static final Path FEATURES = Path.of("acceptance-tests/src/test/resources/features");
  private static final Pattern TECHNICAL_WORD =
      Pattern.compile(
          "\\b(pk|sk|gsi\\w*|DynamoDB|Lambda|HTTP|JSON|API|null|\\w*exception|transaction"
              + "|attribute|item|query|entity|uuid|status|id|ids)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME_IN_CODE = Pattern.compile("\\b[a-z]+[A-Z]\\w*\\b|\\w_\\w");

  static Stream<Path> features() throws IOException {
    try (Stream<Path> files = Files.list(FEATURES)) {
      return files.sorted().toList().stream();
    }
  }

  @Test
  void features_all_haveAtLeast25Scenarios() throws IOException {
    long scenarios = 0;
    for (Path feature : features().toList()) {
      scenarios += Files.readAllLines(feature).stream().filter(FeaturesTest::isScenario).count();
    }
    assertThat(scenarios).isGreaterThanOrEqualTo(25);
  }

  @ParameterizedTest
  @MethodSource("features")
  void feature_any_statesItsPurpose(Path feature) throws IOException {
    List<String> lines = Files.readAllLines(feature);
    int title = lines.indexOf(first(lines, "Feature:"));
    assertThat(lines.get(title + 1)).as("narrative").isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("features")
  void scenario_any_belongsToARule(Path feature) throws IOException {
    List<String> lines = Files.readAllLines(feature);
    List<String> scenarios = lines.stream().filter(FeaturesTest::isScenario).toList();
    int rule = lines.indexOf(first(lines, "Rule:"));
    assertThat(scenarios).isNotEmpty();
    assertThat(rule).isLessThan(lines.indexOf(scenarios.get(0)));
  }

  @ParameterizedTest
  @MethodSource("features")
  void scenarioNames_withinAFeature_areUnique(Path feature) throws IOException {
    List<String> names =
        Files.readAllLines(feature).stream()
            .filter(FeaturesTest::isScenario)
            .filter(line -> !line.contains("<"))
            .toList();
    assertThat(names).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("features")
  void feature_anyLine_usesNoTechnicalTerms(Path feature) throws IOException {
    assertThat(Files.readAllLines(feature))
        .noneMatch(line -> !line.strip().startsWith("@") && isTechnical(withoutAddresses(line)));
  }

  private static boolean isTechnical(String line) {
    return TECHNICAL_WORD.matcher(line).find() || NAME_IN_CODE.matcher(line).find();
  }

  private static String withoutAddresses(String line) {
    return line.replaceAll("\\S+@\\S+", "");
  }

  private static boolean isScenario(String line) {
    return line.strip().startsWith("Scenario");
  }

  private static String first(List<String> lines, String keyword) {
    return lines.stream()
        .filter(line -> line.strip().startsWith(keyword))
        .findFirst()
        .orElseThrow();
  }
}
