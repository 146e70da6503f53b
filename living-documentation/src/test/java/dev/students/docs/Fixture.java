package dev.students.docs;

import dev.students.docs.library.Library;
import io.cucumber.core.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Makes runs by running Cucumber on the features of the library, and a site of them. */
final class Fixture {

  private static final String WRITTEN = "not @unfinished and not @hostile";

  private final Path folder;

  Fixture(Path folder) {
    this.folder = folder;
  }

  /**
   * Four runs on the shelf and one in the van: without a cap on fees, green, without it again, then
   * also with features that are not finished and a hostile one; the van runs no fees and forgets to
   * check debts.
   */
  static Fixture library() {
    return FiveRuns.FIXTURE;
  }

  private static final class FiveRuns {
    private static final Fixture FIXTURE =
        new Fixture(fresh(Path.of("target", "library")))
            .run("shelf", "2026-09-01T08:00:00Z", "0000000zzzz", WRITTEN, Library.Defect.NO_CAP)
            .run("shelf", "2026-10-01T08:00:00Z", "1111111aaaa", WRITTEN, Library.Defect.NONE)
            .run("shelf", "2026-11-02T08:00:00Z", "2222222bbbb", WRITTEN, Library.Defect.NO_CAP)
            .run("shelf", "2026-11-03T08:00:00Z", "3333333cccc", "", Library.Defect.NO_CAP)
            .run(
                "van",
                "2026-11-03T09:00:00Z",
                "3333333cccc",
                "@lending and not @fees",
                Library.Defect.NO_CHECK)
            .write();
  }

  Path runs() {
    return folder.resolve("runs");
  }

  Path site() {
    return folder.resolve("site");
  }

  Path page(String name) {
    return site().resolve(name).toAbsolutePath();
  }

  Document parsed(String page) {
    try {
      return Jsoup.parse(page(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Element element(Document page, String id) {
    return Objects.requireNonNull(page.getElementById(id), id);
  }

  Path messages(String time, String environment) {
    return runFolder(time, environment).resolve("messages.ndjson");
  }

  Fixture write() {
    LivingDocumentation.of(runs()).withTitle("The library").writeTo(site());
    return this;
  }

  /** Runs the library's features that the tags select, and keeps messages and facts as one run. */
  Fixture run(String environment, String time, String commit, String tags, Library.Defect defect) {
    return run(environment, time, commit, tags, defect, "classpath:library");
  }

  /** Runs features that stand elsewhere, without a defect. */
  Fixture run(String time, String features) {
    return run("shelf", time, "1111111", "", Library.Defect.NONE, features);
  }

  private Fixture run(
      String environment,
      String time,
      String commit,
      String tags,
      Library.Defect defect,
      String features) {
    Path run = runFolder(time, environment);
    try {
      Files.createDirectories(run);
      Files.writeString(run.resolve("run.json"), facts(environment, time, commit));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--plugin",
                "message:" + run.resolve("messages.ndjson"),
                "--plugin",
                "html:" + run.resolve("cucumber.html"),
                "--no-summary",
                "--glue",
                "dev.students.docs.library"));
    if (!tags.isEmpty()) {
      arguments.addAll(List.of("--tags", tags));
    }
    arguments.add(features);
    System.setProperty("cucumber.publish.quiet", "true");
    Library.set(defect);
    Main.run(arguments.toArray(String[]::new), Fixture.class.getClassLoader());
    Library.set(Library.Defect.NONE);
    return this;
  }

  private Path runFolder(String time, String environment) {
    return runs().resolve(time.replace(":", "") + "-" + environment);
  }

  static String facts(String environment, String time, String commit) {
    return """
    {"target": "%s", "environment": "%s", "commit": "%s", "time": "%s",
     "build": "https://ci.example.org/builds/7", "rerun": "./check --target %s {locations}",
     "rawReport": "cucumber.html"}
    """
        .formatted(environment, environment, commit, time, environment);
  }

  private static Path fresh(Path folder) {
    try (var files = Files.exists(folder) ? Files.walk(folder) : Stream.<Path>of()) {
      files.sorted(Comparator.reverseOrder()).forEach(Fixture::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
