package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.docs.library.Library.Defect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code run.json} says of a run, and what becomes of its files. */
class RunJsonTest {

  private static final String LENDING = "@lending";
  private static final String FIRST = "2026-11-01T08:00:00Z";
  private static final String SECOND = "2026-11-02T08:00:00Z";

  private final Path folder;
  private final Fixture fixture;

  RunJsonTest(@TempDir Path folder) {
    this.folder = folder;
    this.fixture = new Fixture(folder).run("shelf", FIRST, "1111111", LENDING, Defect.NO_CAP);
  }

  @Test
  void runJson_withAddressesThatCouldBeScripts_linksNone() throws IOException {
    Path facts = fixture.messages(FIRST, "shelf").resolveSibling("run.json");
    Files.writeString(
        facts,
        Files.readString(facts)
            .replace("https://ci.example.org/builds/7", "javascript:alert(1)")
            .replace("cucumber.html", "../../../../etc/passwd"));

    assertThat(fixture.write().parsed("index.html").select(".runs a")).isEmpty();
  }

  @Test
  void runJson_withNullsOnly_isAsGoodAsMissing() throws IOException {
    Path facts = fixture.messages(FIRST, "shelf").resolveSibling("run.json");
    Files.writeString(
        facts,
        "{\"environment\": null, \"commit\": null, \"time\": null, \"build\": null, \"directory\":"
            + " null,"
            + " \"rerun\": null, \"rawReport\": null, \"partial\": null, \"later\": {}}"
                .replace(", \"later\": {}", ", \"later\": 1"));
    String withNulls = fixture.write().parsed("index.html").select(".runs").text();
    Files.delete(facts);

    assertThat(fixture.write().parsed("index.html").select(".runs").text()).isEqualTo(withNulls);
    assertThat(withNulls).startsWith("Where this comes from default: ");
  }

  @Test
  void runJson_missing_isReplacedByWhatTheMessagesSay(@TempDir Path runs) {
    new Messages()
        .line(
            """
            {"meta":{"ci":{"name":"CI","url":"https://ci.example.org/7","git":{"revision":"abcdef0123"}}}}\
            """)
        .line("{\"testRunStarted\":{\"timestamp\":{\"seconds\":1793520000,\"nanos\":0}}}")
        .feature("a.feature", "A", "S")
        .ran("a.feature", "S", "PASSED")
        .finished(true)
        .writeTo(runs, "");
    LivingDocumentation.of(runs).writeTo(fixture.site());

    assertThat(fixture.parsed("index.html").select(".runs li").text())
        .isEqualTo("default: 1 Nov 2026, 08:00 UTC at abcdef0, its build; 1 run kept here.");
    assertThat(fixture.parsed("index.html").select(".runs a").attr("href"))
        .isEqualTo("https://ci.example.org/7");
  }

  @Test
  void describedRunsOnly_folderWithoutRunJson_isPassedOver() throws IOException {
    fixture.run("shelf", SECOND, "2222222", LENDING, Defect.NONE);
    Files.delete(fixture.messages(SECOND, "shelf").resolveSibling("run.json"));
    Files.createDirectories(fixture.runs().resolve("under-way"));

    Site site = LivingDocumentation.of(fixture.runs()).describedRunsOnly().writeTo(fixture.site());

    assertThat(site.problems()).isZero();
    assertThat(fixture.parsed("index.html").select(".runs li").text()).contains("1 run kept here");
  }

  @Test
  void rawReport_howeverTheFolderIsGiven_isLinked() {
    Path here = Path.of("").toAbsolutePath();
    Path runs = Path.of(".").resolve(here.relativize(fixture.runs().toAbsolutePath()));

    LivingDocumentation.of(runs).writeTo(fixture.site());

    assertThat(fixture.parsed("index.html").select(".runs a[href$=cucumber.html]")).hasSize(1);
  }

  @Test
  void rerun_withADirectory_namesLocationsFromThere() throws IOException {
    Path feature = folder.resolve("features/a.feature");
    Files.createDirectories(feature.getParent());
    Files.writeString(feature, "Feature: A\n  Scenario: B\n    Given nobody knows\n");
    fixture.run(SECOND, feature.toUri().toString());
    Path facts = fixture.messages(SECOND, "shelf").resolveSibling("run.json");
    Files.writeString(
        facts, Files.readString(facts).replaceFirst("\\{", "{\"directory\": \"" + folder + "\", "));

    assertThat(fixture.write().parsed("a.html").select(".rerun dd").text())
        .isEqualTo("./check --target shelf features/a.feature:2");
  }
}
