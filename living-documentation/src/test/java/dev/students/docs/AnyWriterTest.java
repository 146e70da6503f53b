package dev.students.docs;

import static dev.students.docs.MadeSite.URI;
import static dev.students.docs.MadeSite.facts;
import static dev.students.docs.MadeSite.green;
import static dev.students.docs.MadeSite.ofStatus;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as various programs write them, and as various systems store them. */
class AnyWriterTest {

  private final MadeSite site;

  AnyWriterTest(@TempDir Path folder) {
    this.site = new MadeSite(folder);
  }

  /** As the redirection of PowerShell 5 writes what Cucumber prints. */
  @Test
  void messages_inUtf16WithAByteOrderMark_areRead() throws IOException {
    write("\ufeff" + text(umlauts()).replace("\n", "\r\n"), UTF_16LE);

    site.assertGreen();
    assertThat(site.page("a").select(".scenario h3 a").text()).isEqualTo("Gebühr � 5 €");
  }

  @Test
  void messages_inLatin1_saySo() throws IOException {
    write(text(umlauts().replace("� 5 €", "")), ISO_8859_1);

    site.assertNowhereGreen("some letters up to here are not UTF-8");
  }

  @Test
  void letter_thatStandsForWhatCannotBeRead_isNoFaultInAFeature() throws IOException {
    umlauts().writeTo(site.run("1"), "");

    site.assertGreen();
  }

  /** Protocol Buffers puts long numbers between quotes, and leaves out what is false or zero. */
  @Test
  void run_ofTheFirstGenerationOfTheProtocol_isNewerThanOneBeforeIt() {
    green()
        .replace("\"timestamp\":{\"seconds\":0", "\"timestamp\":{\"seconds\":1600000000")
        .writeTo(site.run("1"), "");
    ofStatus("FAILED")
        .replace("\"timestamp\":{\"seconds\":0", "\"timestamp\":{\"seconds\":\"1600000001\"")
        .replace("testStepResult", "testResult")
        .without("testRunFinished")
        .line("{\"testRunFinished\":{}}")
        .writeTo(site.run("2"), "");

    site.assertNowhereGreen("failed on default, 13 Sep 2020, 12:26 UTC");
  }

  @Test
  void run_ofAWriterThatPutsSpacesBetweenTokens_hasTheTimeOfItsMessages() {
    green().writeTo(site.run("1"), facts("default", "2026-11-01T08:00:00Z"));
    ofStatus("FAILED")
        .replace(
            "{\"testRunStarted\":{\"timestamp\":{\"seconds\":0",
            " { \"testRunStarted\" : { \"timestamp\" : { \"seconds\" : 1793620000")
        .writeTo(site.run("2"), "");

    site.assertNowhereGreen("failed on default, 2 Nov 2026");
  }

  /** As pytest-bdd-ng 2.3.1 does. */
  @Test
  void step_thatNamesTheTestCaseInsteadOfTheAttempt_belongsToTheNewestAttempt() {
    ofStatus("FAILED")
        .replace(
            "{\"testStepFinished\":{\"testCaseStartedId\":\"1\"",
            "{\"testStepFinished\":{\"testCaseStartedId\":\"case of features/a.feature#S\"")
        .writeTo(site.run("1"), "");

    site.assertNowhereGreen("failed on default");
    assertThat(site.page("index").select("[data-problem]")).isEmpty();
  }

  @Test
  void feature_onDrivesInCapitalAndSmallLetters_isOne() {
    Messages failed = ofStatus("FAILED").replace(URI, "file:///C:/shop/features/a.feature");
    Messages passed = green().replace(URI, "c:\\\\shop\\\\features\\\\a.feature");
    failed.writeTo(site.run("1"), MadeSite.partial("pc", "2026-11-01T08:00:00Z"));
    passed.writeTo(site.run("2"), MadeSite.partial("pc", "2026-11-02T08:00:00Z"));

    site.assertGreen();
  }

  private static Messages umlauts() {
    return green().replace("\"name\":\"S\"", "\"name\":\"Gebühr � 5 €\"");
  }

  private static String text(Messages messages) {
    return String.join("\n", messages.lines()) + "\n";
  }

  private void write(String messages, Charset charset) throws IOException {
    Path run = Files.createDirectories(site.run("1"));
    Files.write(run.resolve("messages.ndjson"), messages.getBytes(charset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000000000000000000", "-31557014167219201", "1e300"})
  void run_withATimeThatNobodyCanTell_isReadWithoutIt(String seconds) {
    ofStatus("FAILED")
        .replace("\"seconds\":0", "\"seconds\":" + seconds)
        .replace("\"seconds\":1", "\"seconds\":" + seconds)
        .replace("\"duration\":{", "\"duration\":{\"seconds\":" + seconds + ",")
        .writeTo(site.run("1"), "");

    site.assertNowhereGreen("failed on default");
  }
}
