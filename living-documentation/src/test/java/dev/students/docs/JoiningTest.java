package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which results of several runs belong together. */
class JoiningTest {

  private final Path folder;

  JoiningTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({
    "apps/admin/features/login.feature, apps/shop/features/login.feature, admin-features-login,"
        + " shop-features-login",
    "features/404-page.feature, features/500-page.feature, 404-page, 500-page",
    "apps\\admin\\features\\login.feature, apps\\shop\\features\\login.feature,"
        + " admin-features-login, shop-features-login",
  })
  void partialRun_ofOneOfTwoFilesThatLookAlike_leavesTheOtherAlone(
      String one, String other, String onePage, String otherPage) throws IOException {
    Messages.ofARun()
        .feature(json(one), "F", "S")
        .feature(json(other), "F", "S")
        .ran(json(one), "S", "FAILED")
        .ran(json(other), "S", "FAILED")
        .finished(false)
        .writeTo(folder.resolve("runs/1"), facts("2026-11-01T08:00:00Z", false));
    Messages.ofARun()
        .feature(json(other.replace('\\', '/')), "F", "S")
        .ran(json(other.replace('\\', '/')), "S", "PASSED")
        .finished(true)
        .writeTo(folder.resolve("runs/2"), facts("2026-11-02T08:00:00Z", true));

    LivingDocumentation.of(folder.resolve("runs")).writeTo(folder.resolve("site"));

    assertThat(status(onePage)).isEqualTo("failed");
    assertThat(status(otherPage)).isEqualTo("passed");
  }

  @Test
  void feature_namedLikeAPageOfEverySite_getsAnotherPage() throws IOException {
    Messages messages = Messages.ofARun();
    for (String name : new String[] {"index", "failures", "qa"}) {
      String uri = "features/" + name + ".feature";
      messages.feature(uri, name, "S").ran(uri, "S", "PASSED");
    }
    messages.finished(true).writeTo(folder.resolve("runs/1"), "");

    LivingDocumentation.of(folder.resolve("runs")).writeTo(folder.resolve("site"));

    assertThat(status("qa")).isEqualTo("passed");
    assertThat(status("features-index")).isEqualTo("passed");
    assertThat(status("features-failures")).isEqualTo("passed");
    assertThat(Jsoup.parse(folder.resolve("site/index.html")).select(".counts")).hasSize(1);
  }

  @Test
  void evidence_ofTheEnvironmentThatFailed_isShownThoughAnotherPassedLater() throws IOException {
    String uri = "features/a.feature";
    Messages.ofARun()
        .feature(uri, "A", "S")
        .started(uri, "S", 0)
        .attachment(uri, "S", "text/plain", "what the van saw")
        .step(uri, "S", "FAILED", "no fuel")
        .ended(false)
        .finished(false)
        .writeTo(
            folder.resolve("runs/1"),
            "{\"environment\":\"van\",\"time\":\"2026-11-01T08:00:00Z\"}");
    Messages.ofARun()
        .feature(uri, "A", "S")
        .started(uri, "S", 0)
        .attachment(uri, "S", "text/plain", "what the shelf saw")
        .step(uri, "S", "PASSED", "")
        .ended(false)
        .finished(true)
        .writeTo(
            folder.resolve("runs/2"),
            "{\"environment\":\"shelf\",\"time\":\"2026-11-02T08:00:00Z\"}");

    LivingDocumentation.of(folder.resolve("runs")).writeTo(folder.resolve("site"));

    assertThat(Jsoup.parse(folder.resolve("site/a.html")).select(".evidence pre").eachText())
        .containsExactly("what the van saw");
  }

  @Test
  void attachment_ofAHookAroundTheRun_isShownAtThatHook() throws IOException {
    String uri = "features/a.feature";
    Messages.ofARun()
        .line("{\"hook\":{\"id\":\"h\",\"type\":\"AFTER_TEST_RUN\",\"name\":\"close the shop\"}}")
        .feature(uri, "A", "S")
        .ran(uri, "S", "PASSED")
        .line("{\"testRunHookStarted\":{\"id\":\"hs\",\"hookId\":\"h\"}}")
        .line(
            "{\"attachment\":{\"testRunHookStartedId\":\"hs\",\"mediaType\":\"text/plain\",\"body\":\"till"
                + " counted\"}}")
        .line(
            "{\"testRunHookFinished\":{\"testRunHookStartedId\":\"hs\",\"result\":{\"status\":\"PASSED\"}}}")
        .finished(true)
        .writeTo(folder.resolve("runs/1"), "");

    LivingDocumentation.of(folder.resolve("runs")).writeTo(folder.resolve("site"));

    assertThat(Jsoup.parse(folder.resolve("site/index.html")).select(".runs .evidence").text())
        .contains("Hook “close the shop” after the run: Attachment, on default", "till counted");
  }

  private String status(String page) throws IOException {
    return Jsoup.parse(folder.resolve("site").resolve(page + ".html"))
        .select(".scenario")
        .attr("data-status");
  }

  /** As a JSON string has it. */
  private static String json(String path) {
    return path.replace("\\", "\\\\");
  }

  private static String facts(String time, boolean partial) {
    return "{\"environment\":\"shelf\",\"time\":\"%s\",\"partial\":%s}".formatted(time, partial);
  }
}
