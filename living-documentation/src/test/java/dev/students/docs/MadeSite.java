package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.docs.internal.DocumentationCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A folder of runs and the site that the command makes of it. */
record MadeSite(Path folder) {

  static final String URI = "features/a.feature";

  /** A run of one feature, whose one scenario passed. */
  static Messages green() {
    return Messages.ofARun().feature(URI, "A", "S").ran(URI, "S", "PASSED").finished(true);
  }

  /** A run of one feature, whose one scenario ended with a status. */
  static Messages ofStatus(String status) {
    return Messages.ofARun().feature(URI, "A", "S").ran(URI, "S", status).finished(true);
  }

  static String facts(String environment, String time) {
    return "{\"environment\": \"%s\", \"time\": \"%s\"}".formatted(environment, time);
  }

  static String partial(String environment, String time) {
    return "{\"environment\": \"%s\", \"time\": \"%s\", \"partial\": true}"
        .formatted(environment, time);
  }

  Path run(String name) {
    return folder.resolve("runs").resolve(name);
  }

  Document page(String name) {
    try {
      return Jsoup.parse(folder.resolve("site").resolve(name + ".html"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the site; returns the exit code and what was printed. */
  String command() {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    String[] arguments = {
      "--runs", folder.resolve("runs").toString(), "--out", folder.resolve("site").toString()
    };
    return DocumentationCommand.run(arguments, out, out) + " " + said;
  }

  void assertGreen() {
    assertThat(command()).startsWith("0 ").endsWith(": all that was run passed\n");
    assertThat(page("failures").text()).contains("Nothing fails");
    assertThat(page("index").select(".fine")).hasSize(1);
    assertThat(page("index").select("header nav").text())
        .isEqualTo("Living documentation Failures");
  }

  /** Neither the exit code, nor what is printed, nor any page; the page of failures tells why. */
  void assertNowhereGreen(String... told) {
    String said = command();
    assertThat(said).startsWith("1 ").doesNotContain("passed");
    Document start = page("index");
    Document failures = page("failures");
    assertThat(start.select(".fine")).isEmpty();
    assertThat(start.select(".open h2").text()).matches("Needs attention: [1-9]");
    assertThat(failures.text()).doesNotContain("Nothing fails").contains(told);
    for (String each : List.of("index", "failures", "a")) {
      if (Files.exists(folder.resolve("site").resolve(each + ".html"))) {
        assertThat(page(each).select("header nav").text()).matches(".*Failures \\([1-9]\\)");
      }
    }
  }
}
