package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.docs.library.Library.Defect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StableAddressesTest {

  @Test
  void ids_ofTwoRunsOfTheSameFeatures_areTheSame(@TempDir Path folder) {
    Fixture first = oneRun(folder.resolve("first"), "2026-10-01T08:00:00Z", Defect.NONE);
    Fixture second = oneRun(folder.resolve("second"), "2026-12-01T08:00:00Z", Defect.NONE);

    for (String page : List.of("index.html", "lending.html", "catalogue.html", "hostile.html")) {
      assertThat(ids(first, page)).hasSizeGreaterThan(5).isEqualTo(ids(second, page));
    }
  }

  @Test
  void ids_ofAGreenRun_areKeptWhenSomethingFails(@TempDir Path folder) {
    Fixture green = oneRun(folder.resolve("green"), "2026-10-01T08:00:00Z", Defect.NONE);
    Fixture red = oneRun(folder.resolve("red"), "2026-12-01T08:00:00Z", Defect.NO_CAP);

    assertThat(ids(red, "lending.html")).containsAll(ids(green, "lending.html"));
  }

  @Test
  void ids_ofEqualNames_areUnique(@TempDir Path folder) {
    Fixture run = oneRun(folder, "2026-10-01T08:00:00Z", Defect.NONE);

    assertThat(ids(run, "hostile.html")).doesNotHaveDuplicates();
    assertThat(ids(run, "hostile.html").stream().filter(id -> id.contains("/example-")))
        .as("two examples with the same values and a third, with the evidence of each")
        .hasSize(6);
  }

  @Test
  void numbersOfFiles_whenChanged_orderFeaturesAndKeepTheirAddresses(@TempDir Path folder)
      throws IOException {
    Path features = Files.createDirectories(folder.resolve("features"));
    Path returns = feature(features.resolve("1-returns.feature"), "Returns");
    Path fees = feature(features.resolve("2-fees.feature"), "Fees");
    Fixture fixture = new Fixture(folder).run("2026-10-01T08:00:00Z", features.toString()).write();
    assertThat(fixture.parsed("index.html").select("main h2 a").eachAttr("href"))
        .containsSubsequence("returns.html", "fees.html");

    Files.move(returns, features.resolve("3-returns.feature"));
    Files.move(fees, features.resolve("fees.feature"));
    fixture.run("2026-10-02T08:00:00Z", features.toString()).write();
    assertThat(fixture.parsed("index.html").select("main h2 a").eachAttr("href"))
        .containsSubsequence("returns.html", "fees.html")
        .doesNotHaveDuplicates();
  }

  private static Path feature(Path file, String name) throws IOException {
    return Files.writeString(file, "Feature: " + name + "\n  Rule: One\n    Scenario: One\n");
  }

  private static Fixture oneRun(Path folder, String time, Defect defect) {
    return new Fixture(folder).run("shelf", time, "1", "", defect).write();
  }

  private static List<String> ids(Fixture fixture, String page) {
    return fixture.parsed(page).select("[id]").eachAttr("id");
  }
}
