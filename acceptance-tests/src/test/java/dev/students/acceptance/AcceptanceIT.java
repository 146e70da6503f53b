package dev.students.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The scenarios within {@code mvn verify}: {@code -Dacceptance.target=…} chooses the target, {@code
 * -Dacceptance.arguments='…'} adds what it needs.
 */
class AcceptanceIT {

  @Test
  void everyScenarioRunsAndPasses() {
    List<String> arguments = new ArrayList<>(List.of("--target", property("acceptance.target")));
    arguments.addAll(List.of(property("acceptance.arguments").split("\\s+")));
    arguments.removeIf(String::isEmpty);
    assertThat(Acceptance.run(arguments.toArray(String[]::new)))
        .as("exit status; the lines above say what failed")
        .isZero();
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
