package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Features as people write them, and not as those who made the pages would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddFeaturesTest {

  private static final String RULE = "names-are-not-numbers";

  private Fixture fixture;
  private Document names;

  @BeforeAll
  void makeTheSite(@TempDir Path folder) {
    fixture = new Fixture(folder).run("2026-11-01T08:00:00Z", "classpath:odd").write();
    names = fixture.parsed("names.html");
  }

  @Test
  void scenarios_ofEqualAndOfNumberedNames_keepTheirOwnResults() {
    assertThat(names.select("#" + RULE + " .scenario").eachAttr("data-status"))
        .containsExactly("passed", "failed", "passed");
    assertThat(names.expectFirst("#" + RULE).attr("data-status")).isEqualTo("failed");
    assertThat(names.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
  }

  @Test
  void hook_thatFailed_isToldByWhenItRan() {
    assertThat(names.select("#the-door-must-be-open .failed-step dd, .found-value dd").eachText())
        .containsSubsequence(
            "A hook before the scenario",
            "IllegalStateException: the door is locked",
            "A hook after the scenario",
            "IllegalStateException: the broom is gone");
  }

  @Test
  void failure_outsideOfAnyRule_namesTheFeature() {
    Element failure =
        fixture.parsed("failures.html").select("[data-failure]").stream()
            .filter(each -> each.text().startsWith("A scenario outside"))
            .findFirst()
            .orElseThrow();

    assertThat(failure.select(".rule-text").text()).isEqualTo("Feature Names that nobody expected");
    assertThat(fixture.parsed("index.html").select("[data-open] a").eachText())
        .contains("A scenario outside of any rule");
  }

  @Test
  void background_withANameAndADescription_keepsBoth() {
    assertThat(names.expectFirst("[data-background]").text())
        .startsWith("The shelf It stands behind the door. Given the library has these books");
    assertThat(names.select("[data-background] strong").text()).isEqualTo("behind");
  }

  @Test
  void feature_inAnotherLanguage_isMarkedAsSuchAndKeepsItsKeywords() {
    Document page = fixture.parsed("ausleihe.html");

    assertThat(page.select("h1, .narrative, h2 a, h3 a, .steps").eachAttr("lang"))
        .containsOnly("de")
        .hasSize(5);
    assertThat(page.select(".keyword").eachText()).containsExactly("Angenommen", "Wenn", "Dann");
    assertThat(page.expectFirst("[data-examples] h4").text()).isEqualTo("Beispiele");
    assertThat(fixture.parsed("index.html").select("[data-rule][lang=de]").eachText())
        .containsExactly("Ein Buch, das verspätet ist, kostet eine Gebühr");
    assertThat(names.select("body [lang]")).isEmpty();
  }

  @Test
  void evidence_ofPicturesAndBytes_isShownOrLinkedAndKeptOnce() throws IOException {
    List<String> pictures = names.select(".evidence img").eachAttr("src");
    List<String> files =
        names.select(".evidence a[href^=attachments]").stream().map(a -> a.attr("href")).toList();

    assertThat(pictures).hasSize(3).allMatch(pictures.get(0)::equals);
    assertThat(files).hasSize(2).allMatch(file -> file.endsWith(".bin"));
    assertThat(names.select(".evidence img").eachAttr("alt")).containsOnly("The shelf");
    assertThat(names.select(".evidence a[href^=https]").eachText())
        .containsOnly("https://library.example.org/shelf");
    try (Stream<Path> kept = Files.list(fixture.page("attachments"))) {
      assertThat(kept).hasSize(2);
    }
  }
}
