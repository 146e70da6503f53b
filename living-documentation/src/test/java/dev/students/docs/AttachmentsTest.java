package dev.students.docs;

import static dev.students.docs.MadeSite.URI;
import static dev.students.docs.MadeSite.green;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hooks around the run attached, and drawings that could run a script. */
class AttachmentsTest {

  private final MadeSite site;

  AttachmentsTest(@TempDir Path folder) {
    this.site = new MadeSite(folder);
  }

  @Test
  void attachment_ofAHookAroundTheRunThatFailed_isShownAtItsFailure() {
    green()
        .hook("h", "AFTER_TEST_RUN", "close the shop")
        .runHookStarted("hs", "h")
        .line(
            """
            {"attachment":{"testRunHookStartedId":"hs","mediaType":"text/plain","body":"12 euros"}}\
            """)
        .runHookFinished("hs", "FAILED", "the till is short")
        .writeTo(site.run("1"), "");
    site.assertNowhereGreen("hook “close the shop” after the run failed");

    assertThat(site.page("failures").select("[data-problem=run-hook] .evidence pre").eachText())
        .containsExactly("12 euros");
    assertThat(site.page("index").select(".runs .evidence")).isEmpty();
  }

  @Test
  void drawing_withAScript_isShownAsLetters() {
    String drawing = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
    Messages.ofARun()
        .feature(URI, "A", "S")
        .started(URI, "S", 0)
        .attachment(URI, "S", "image/svg+xml", drawing)
        .step(URI, "S", "PASSED", "")
        .ended(false)
        .finished(true)
        .writeTo(site.run("1"), "");
    site.assertGreen();

    assertThat(site.page("a").select(".evidence img")).isEmpty();
    assertThat(site.page("a").select(".evidence pre").eachText()).containsExactly(drawing);
  }

  @Test
  void attachment_inBase64WithColoursOfATerminal_isShownWithoutThem() {
    withAttachment("text/plain", "BASE64", "G1szMW1yZWQbWzM5bQ==").writeTo(site.run("1"), "");
    site.assertGreen();

    assertThat(site.page("a").select(".evidence pre").eachText()).containsExactly("red");
  }

  @Test
  void attachment_withColoursInEightBits_isShownWithoutThem() {
    withAttachment("text/plain", "IDENTITY", "\u009b31mred\u009b0m").writeTo(site.run("1"), "");
    site.assertGreen();

    assertThat(site.page("a").select(".evidence pre").eachText()).containsExactly("red");
  }

  @Test
  void attachment_thatIsNotInItsEncoding_costsItsLineOnly() {
    withAttachment("image/png", "BASE64", "%%%not base64").writeTo(site.run("1"), "");

    site.assertNowhereGreen("line 7: what it attaches is not in Base64");
    assertThat(site.page("a").select(".scenario").attr("data-status")).isEqualTo("passed");
  }

  private static Messages withAttachment(String mediaType, String encoding, String body) {
    return Messages.ofARun()
        .feature(URI, "A", "S")
        .started(URI, "S", 0)
        .attachment(URI, "S", mediaType, body)
        .step(URI, "S", "PASSED", "")
        .ended(false)
        .finished(true)
        .replace("IDENTITY", encoding);
  }
}
