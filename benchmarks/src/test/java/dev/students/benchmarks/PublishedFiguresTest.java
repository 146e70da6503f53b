package dev.students.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published page and charts are what their published figures make. */
class PublishedFiguresTest {

  private static final Path PAGE = Path.of("../docs/performance.md");
  private static final Path FOLDER = Path.of("../docs/performance");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "library",
        "requests",
        "clients",
        "start",
        "growth",
        "million",
        "throttling",
        "truncation"
      })
  void page_sectionOfAPart_isMadeFromItsFigures(String name) throws IOException {
    Part part = Benchmarks.part(name);
    Measurements measured = published(name);

    assertPublished(name, part.section(measured), part.charts(measured));
  }

  @Test
  void page_sectionOfRuns_isMadeFromItsFigures() throws IOException {
    Measurements measured = published("runs");

    assertPublished("runs", RunTimes.section(measured), RunTimes.charts(measured));
  }

  private static Measurements published(String name) throws IOException {
    return Measurements.published(FOLDER.resolve(name + ".json"));
  }

  private static void assertPublished(String name, String section, Map<String, String> charts)
      throws IOException {
    String page = Files.readString(PAGE);
    assertThat(new Page(page).with(name, section).text()).isEqualTo(page);

    Map<String, String> published = new LinkedHashMap<>();
    for (String chart : charts.keySet()) {
      published.put(chart, Files.readString(FOLDER.resolve(chart + ".svg")));
    }
    assertThat(charts).isEqualTo(published);
  }
}
