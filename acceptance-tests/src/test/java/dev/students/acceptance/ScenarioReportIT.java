package dev.students.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Checks Failsafe's report of {@link ScenariosIT}, which an earlier execution has run. */
class ScenarioReportIT {

  private static final Path REPORT =
      Path.of(
          "acceptance-tests/target/failsafe-reports/TEST-dev.students.acceptance.ScenariosIT.xml");
  private static final Path FEATURES = Path.of("acceptance-tests/src/test/resources/features");
  private static final String SEPARATOR = " - ";

  @Test
  void report_everyFeatureSelected_hasATestCaseForEveryScenarioAndExampleRow() throws Exception {
    assumeThat(System.getProperty("cucumber.features")).isNull();

    assertThat(testCasesByRule()).isEqualTo(scenariosByRule());
  }

  /** The number of test cases in the report by the names of the feature and the rule. */
  private static Map<String, Integer> testCasesByRule() throws Exception {
    NodeList cases =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(REPORT.toFile())
            .getElementsByTagName("testcase");
    Map<String, Integer> testCases = new TreeMap<>();
    IntStream.range(0, cases.getLength())
        .mapToObj(cases::item)
        .map(testCase -> ((Element) testCase).getAttribute("name").split(SEPARATOR, 3))
        .forEach(name -> testCases.merge(name[0] + SEPARATOR + name[1], 1, Integer::sum));
    return testCases;
  }

  private static Map<String, Integer> scenariosByRule() throws IOException {
    Map<String, Integer> scenarios = new TreeMap<>();
    try (Stream<Path> files = Files.list(FEATURES)) {
      files
          .map(ScenarioReportIT::parse)
          .forEach(
              feature ->
                  feature.getChildren().stream()
                      .map(FeatureChild::getRule)
                      .flatMap(Optional::stream)
                      .forEach(
                          rule ->
                              scenarios.merge(
                                  feature.getName() + SEPARATOR + rule.getName(),
                                  count(rule),
                                  Integer::sum)));
    }
    return scenarios;
  }

  private static int count(Rule rule) {
    return rule.getChildren().stream()
        .map(RuleChild::getScenario)
        .flatMap(Optional::stream)
        .mapToInt(ScenarioReportIT::count)
        .sum();
  }

  /** A scenario counts as one; an outline counts once for each row of its examples. */
  private static int count(Scenario scenario) {
    return scenario.getExamples().isEmpty()
        ? 1
        : scenario.getExamples().stream()
            .mapToInt(examples -> examples.getTableBody().size())
            .sum();
  }

  private static Feature parse(Path file) {
    try (Stream<Envelope> messages = GherkinParser.builder().build().parse(file)) {
      return messages
          .flatMap(message -> message.getGherkinDocument().stream())
          .flatMap(document -> document.getFeature().stream())
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
