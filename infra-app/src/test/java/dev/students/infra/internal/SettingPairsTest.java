package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.students.infra.InvalidSettingException;
import dev.students.infra.StudentsApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** Optional settings together: whatever is accepted can be synthesized. */
class SettingPairsTest {

  private static final Path ASSEMBLY = Path.of("infra-app/target/setting-pairs.cdk.out");

  @ParameterizedTest
  @EnumSource(EnvironmentKind.class)
  void read_anyPairOfSettings_isAcceptedOrRefusedWithItsPath(EnvironmentKind kind) {
    var pairs = new SettingPairs(kind);
    List<String> names = List.copyOf(SettingPairs.OPTIONAL.keySet());
    for (String one : names) {
      for (String other : names) {
        Map<String, Object> settings = Map.of("some", pairs.settings(List.of(one, other)));
        try {
          assertThat(SettingsReader.read("students", settings).environments()).hasSize(1);
        } catch (InvalidSettingException e) {
          assertThat(e.setting()).startsWith("students.some.");
        }
      }
    }
  }

  /** Given or left out, each pair that any accepted combination contains. */
  @Test
  @Tag("slow")
  void app_everyPairOfAcceptedSettings_synthesizes() {
    Map<String, Object> environments = new TreeMap<>();
    for (EnvironmentKind kind : EnvironmentKind.values()) {
      List<ObjectNode> covering = new SettingPairs(kind).covering();
      assertThat(covering).hasSizeBetween(5, 40);
      for (int i = 0; i < covering.size(); i++) {
        environments.put(kind.key() + "-" + i, covering.get(i));
      }
    }
    Map<String, Object> context = new HashMap<>(StudentsApp.contextOf(Path.of("cdk.json")));
    context.put("students", environments);
    App app = new App(AppProps.builder().context(context).outdir(ASSEMBLY.toString()).build());

    StudentsApp.addStacks(app);
    app.synth();

    List<Template> productions = new ArrayList<>();
    environments.keySet().stream()
        .filter(name -> name.startsWith("production-"))
        .forEach(name -> productions.add(Template.read(ASSEMBLY, "students-" + name)));
    assertThat(productions)
        .isNotEmpty()
        .allSatisfy(
            template -> {
              InvariantsTest.assertNothingTruncates(template);
              InvariantsTest.assertAcceptanceReadsOnlyTheTable(template);
              assertThat(template.resource("StudentsTableA3A559EA").path("DeletionPolicy").asText())
                  .isEqualTo("Retain");
            });
  }
}
