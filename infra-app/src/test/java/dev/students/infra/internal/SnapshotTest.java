package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every change to what is deployed shows in a diff that somebody has read. Accept one with {@code
 * mvn verify -pl infra-app -am -Dsnapshots.accept}, then read {@code git diff}.
 */
class SnapshotTest {

  private static final Path SNAPSHOTS = Path.of("infra-app/src/test/snapshots");
  private static final Path ACTUAL = Path.of("infra-app/target/snapshots");

  @ParameterizedTest
  @MethodSource("dev.students.infra.internal.Template#stacks")
  void template_synthesized_equalsAcceptedSnapshot(String stack) throws IOException {
    Path accepted = SNAPSHOTS.resolve(stack + ".template.json");
    Path actual = Files.createDirectories(ACTUAL).resolve(stack + ".template.json");
    Files.writeString(actual, withoutAssetHashes(Template.built(stack)));
    if (System.getProperty("snapshots.accept") != null) {
      Files.createDirectories(SNAPSHOTS);
      Files.writeString(accepted, Files.readString(actual));
    }
    assertThat(actual)
        .as(
            "Read: diff -u %s %s%nAccept: mvn verify -pl infra-app -am -Dsnapshots.accept",
            accepted, actual)
        .hasSameTextualContentAs(accepted);
  }

  /** The function's code has tests of its own; here its hash would be noise. */
  private static String withoutAssetHashes(Template template) throws IOException {
    String json =
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(template.json());
    return json.replaceAll("\"[0-9a-f]{64}\\.(jar|zip)\"", "\"<hash>.$1\"") + "\n";
  }
}
