package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@EnabledIf(
    value = "dev.students.docs.CompatibilityKit#isExpected",
    disabledReason = CompatibilityKit.MISSING)
class CompatibilityKitTest {

  /** Samples in which something fails that is no scenario. */
  private static final List<String> WITH_PROBLEMS =
      List.of(
          "global-hooks-afterall-error",
          "global-hooks-beforeall-error",
          "test-run-exception",
          "unknown-parameter-type");

  @ParameterizedTest
  @MethodSource("dev.students.docs.CompatibilityKit#samples")
  void site_ofASampleOfAnyGeneration_hasTheVerdictsOfASecondOpinion(
      Path sample, @TempDir Path folder) throws IOException {
    Path run = Files.createDirectories(folder.resolve("runs").resolve("sample"));
    Files.copy(sample, run.resolve("messages.ndjson"));
    PlainVerdicts expected = new PlainVerdicts(sample);

    Site site = LivingDocumentation.of(folder.resolve("runs")).writeTo(folder.resolve("site"));

    assertThat(verdicts(folder.resolve("site")))
        .containsExactlyInAnyOrderElementsOf(expected.lines());
    assertThat(site.problems() > 0).isEqualTo(isWithProblems(sample));
    assertThat(site.green())
        .isEqualTo(
            expected.success()
                && expected.lines().stream()
                    .allMatch(line -> line.endsWith("passed") || line.endsWith("not run")));
  }

  private static boolean isWithProblems(Path sample) {
    return WITH_PROBLEMS.stream()
        .anyMatch(name -> sample.getFileName().toString().startsWith(name));
  }

  private static List<String> verdicts(Path site) throws IOException {
    List<String> verdicts = new ArrayList<>();
    try (Stream<Path> pages = Files.list(site)) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".html")).toList()) {
        Document document = Jsoup.parse(page);
        for (Element rule : document.select(".rule-section")) {
          String name = rule.select("> h2").text();
          verdicts.add("rule: " + (isNoRule(name) ? "" : name + " ") + "= " + status(rule));
        }
        for (Element scenario : document.select(".scenario")) {
          verdicts.add("scenario: " + scenario.select("> h3 a").text() + " = " + status(scenario));
        }
        document.select("[data-example]").forEach(row -> verdicts.add("example = " + status(row)));
      }
    }
    return verdicts;
  }

  private static boolean isNoRule(String title) {
    return title.equals("Scenarios") || title.equals("Further scenarios");
  }

  private static String status(Element element) {
    return element.attr("data-status").replace('-', ' ');
  }
}
