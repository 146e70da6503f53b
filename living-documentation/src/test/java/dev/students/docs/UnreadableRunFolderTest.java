package dev.students.docs;

import static dev.students.docs.MadeSite.green;
import static dev.students.docs.MadeSite.ofStatus;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder that holds no run is left out and told; the other runs make the site. */
class UnreadableRunFolderTest {

  private final MadeSite site;

  UnreadableRunFolderTest(@TempDir Path folder) {
    this.site = new MadeSite(folder);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFolders")
  void site_besideAFolderThatCannotBeRead_isNowhereGreenAndHasTheOtherRuns(
      String why, String messages, String facts, String told) throws IOException {
    green().writeTo(site.run("good"), "");
    Path bad = Files.createDirectories(site.run("bad"));
    if (!messages.isEmpty()) {
      Files.writeString(bad.resolve("messages.ndjson"), messages);
    }
    if (!facts.isEmpty()) {
      Files.writeString(bad.resolve("run.json"), facts);
    }

    site.assertNowhereGreen("The run bad is left out: " + told);
    assertThat(site.page("a").select(".scenario").attr("data-status")).isEqualTo("passed");
  }

  private static Stream<Arguments> badFolders() {
    String messages = String.join("\n", green().lines());
    return Stream.of(
        Arguments.of("no messages", "", "{}", "it has no messages.ndjson"),
        Arguments.of("nothing at all", "", "", "it has no messages.ndjson"),
        Arguments.of(
            "HTML",
            "<html>\n<body>\n",
            "",
            "messages.ndjson does not hold Cucumber messages: line 1 cannot be read: it is not one"
                + " JSON object"),
        Arguments.of("half a run.json", messages, "{", "run.json is not a JSON object"),
        Arguments.of("a list as run.json", messages, "[]", "run.json is not a JSON object"),
        Arguments.of(
            "a word for partial",
            messages,
            "{\"partial\": \"perhaps\"}",
            "run.json: \"partial\" must be true or false"),
        Arguments.of(
            "a list of environments",
            messages,
            "{\"environment\": [\"a\"]}",
            "run.json: \"environment\" must be a string"),
        Arguments.of(
            "a capital letter in partial",
            messages,
            "{\"Partial\": true}",
            "run.json: \"Partial\" must be written \"partial\""),
        Arguments.of(
            "an impossible time",
            messages,
            "{\"time\": \"yesterday\"}",
            "run.json: \"time\" must be like 2026-11-23T22:00:00Z, but is \"yesterday\""));
  }

  @Test
  void messages_compressedAndCutOff_areLeftOut() throws IOException {
    green().writeTo(site.run("good"), "");
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(String.join("\n", green().lines()).getBytes(StandardCharsets.UTF_8));
    }
    byte[] half = Arrays.copyOf(compressed.toByteArray(), compressed.size() / 2);
    Files.write(Files.createDirectories(site.run("bad")).resolve("messages.ndjson"), half);

    site.assertNowhereGreen(
        "The run bad is left out: messages.ndjson does not hold Cucumber messages");
  }

  @Test
  void messages_oneFolderTooDeep_areLeftOut() {
    green().writeTo(site.run("good"), "");
    ofStatus("FAILED").writeTo(site.run("job/deep"), "");

    site.assertNowhereGreen("The run job is left out: it has no messages.ndjson");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shard-2/messages.ndjson", "shard-2.ndjson.gz", "messages.NDJSON"})
  void messages_thatARunIsReadWithout_areTold(String name) throws IOException {
    green().writeTo(site.run("good"), "");
    Path unread = site.run("good").resolve(name);
    Files.createDirectories(unread.getParent());
    Files.write(unread, ofStatus("FAILED").lines());

    site.assertNowhereGreen("The run good is read without " + name + ": what is read are files");
  }

  @Test
  void runJson_inUtf16_isRead() throws IOException {
    ofStatus("FAILED").writeTo(site.run("1"), "");
    Files.writeString(
        site.run("1").resolve("run.json"), "{\"environment\": \"van\"}", StandardCharsets.UTF_16);

    site.assertNowhereGreen("failed on van");
    assertThat(site.page("failures").text()).doesNotContain("is left out");
  }

  @Test
  void messages_besideTheFoldersOfRuns_areARunToo() {
    green().writeTo(site.run("good"), "");
    ofStatus("FAILED").writeTo(site.run("."), "");

    site.assertNowhereGreen("failed on default");
  }

  @Test
  void messages_inSubfoldersOfARun_areRunsToo() {
    ofStatus("FAILED").writeTo(site.run("later"), "{\"environment\": \"van\"}");
    green().writeTo(site.run("."), "{\"environment\": \"shelf\"}");

    site.assertNowhereGreen("failed on van");
  }

  @Test
  void folder_ofAttachmentsInARun_isNoFault() throws IOException {
    green().writeTo(site.run("."), "");
    Files.createDirectories(site.run("attachments"));

    site.assertGreen();
  }
}
