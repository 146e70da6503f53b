package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The pinned CDK CLI reads what the pinned library writes. */
class CliVersionTest {

  private static final Path CLI = Path.of("node_modules/aws-cdk/package.json");

  /** On CI the CLI is installed: its absence is a failure there. */
  static boolean isInstalledOrMustBe() {
    return Files.exists(CLI) || System.getenv("CI") != null;
  }

  @Test
  @EnabledIf("isInstalledOrMustBe")
  void cli_pinned_readsTheSchemaOfTheLibrary() {
    int written =
        major(Template.json(Template.ASSEMBLY.resolve("manifest.json")).path("version").asText());
    int read =
        major(Template.json(CLI).at("/devDependencies/@aws-cdk~1cloud-assembly-schema").asText());

    assertThat(written)
        .as(
            "the schema that aws-cdk-lib writes; newer than the CLI reads: move aws-cdk in"
                + " package.json")
        .isPositive()
        .isLessThanOrEqualTo(read);
  }

  @Test
  @EnabledIf("isInstalledOrMustBe")
  void cli_installed_isTheOnePinned() {
    assertThat(Template.json(CLI).path("version"))
        .isEqualTo(Template.json(Path.of("package.json")).at("/devDependencies/aws-cdk"));
  }

  private static int major(String version) {
    Matcher number = Pattern.compile("\\d+").matcher(version);
    return number.find() ? Integer.parseInt(number.group()) : 0;
  }
}
