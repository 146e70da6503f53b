package dev.students.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.students.acceptance.policies.Policies;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The scenarios within {@code mvn verify}: {@code -Dacceptance.target=…} chooses the target, {@code
 * -Dacceptance.arguments='…'} adds what it needs.
 */
class AcceptanceIT {

  private static int status = -1;

  @BeforeAll
  static void runTheScenarios() {
    List<String> arguments = new ArrayList<>(List.of("--target", property("acceptance.target")));
    arguments.addAll(List.of(property("acceptance.arguments").split("\\s+")));
    arguments.removeIf(String::isEmpty);
    status = Acceptance.run(arguments.toArray(String[]::new));
  }

  @Test
  void everyScenarioRunsAndPasses() {
    assertThat(status).as("exit status; the lines above say what failed").isZero();
  }

  @Test
  void theDeployedPoliciesAllowExactlyWhatTheScenariosAskFor() {
    assumeThat(property("acceptance.target") + property("acceptance.arguments"))
        .as("all scenarios, on the table of the dev template")
        .isEqualTo("embedded");

    Policies.of("dev").assertExactlyWhatWasAskedOf("students");
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
