package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.docs.library.Library.Defect;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivingDocumentationTest {

  @Test
  void a_site_is_made_of_the_runs_of_two_environments(@TempDir Path folder) {
    Fixture fixture =
        new Fixture(folder.resolve("runs"))
            .run(
                "shelf",
                "2026-10-01T08:00:00Z",
                "1111111aaaa",
                "not @unfinished and not @hostile",
                Defect.NONE)
            .run(
                "shelf",
                "2026-11-02T08:00:00Z",
                "2222222bbbb",
                "not @unfinished and not @hostile",
                Defect.NO_CAP)
            .run("shelf", "2026-11-03T08:00:00Z", "3333333cccc", "", Defect.NO_CAP)
            .run(
                "van",
                "2026-11-03T09:00:00Z",
                "3333333cccc",
                "@lending and not @fees",
                Defect.NO_CHECK);

    Site site =
        LivingDocumentation.of(fixture.runs())
            .withTitle("The library")
            .writeTo(Path.of(System.getProperty("site", folder.resolve("site").toString())));

    assertThat(site.rules()).isEqualTo(7);
  }
}
