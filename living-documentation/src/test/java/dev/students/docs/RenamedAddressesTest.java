package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenamedAddressesTest {

  @Test
  void address_ruleAndScenarioRenamedWithTheirOldAddressAsATag_staysTheSame(@TempDir Path folder)
      throws IOException {
    Path feature = Files.createDirectories(folder.resolve("features")).resolve("fees.feature");
    Files.writeString(feature, "Feature: F\n  Rule: Old rule\n    Scenario: Old one\n");
    Fixture fixture = new Fixture(folder).run("2026-10-01T08:00:00Z", feature.toString()).write();
    List<String> before = ids(fixture);

    Files.writeString(
        feature,
        """
        Feature: F
          @address:old-rule
          Rule: New rule
            @address:old-one @kept
            Scenario: New one
        """);
    fixture.run("2026-10-02T08:00:00Z", feature.toString()).write();

    assertThat(before).contains("old-rule", "old-rule/old-one");
    assertThat(ids(fixture)).isEqualTo(before);
    assertThat(fixture.parsed("fees.html").text())
        .contains("New rule", "New one", "@kept")
        .doesNotContain("@address");
  }

  private static List<String> ids(Fixture fixture) {
    return fixture.parsed("fees.html").select("[id]").eachAttr("id");
  }
}
