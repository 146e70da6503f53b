package dev.students.acceptance.steps;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.Status;
import org.opentest4j.TestAbortedException;

/** Starts and ends each scenario. */
public final class Hooks {

  private static final int FIRST = 0;

  private final ScenarioContext context;

  public Hooks(ScenarioContext context) {
    this.context = context;
  }

  @Before(order = FIRST)
  public void begin(Scenario scenario) {
    context.begin(scenario);
    context
        .run()
        .whyLeftOut(scenario.getSourceTagNames())
        .ifPresent(
            why -> {
              throw new TestAbortedException("This target leaves the scenario out: " + why + ".");
            });
  }

  /** Runs last, because After hooks run in reverse order. */
  @After(order = FIRST)
  public void end(Scenario scenario) {
    if (!context.calls().isEmpty()) {
      scenario.attach(
          context.people().abbreviated(CallTable.of(context.calls())).getBytes(UTF_8),
          "text/tab-separated-values",
          "DynamoDB calls");
    }
    if (scenario.getStatus() == Status.SKIPPED
        && context.run().whyLeftOut(scenario.getSourceTagNames()).isEmpty()) {
      throw Mismatch.of("The scenario was skipped, so nobody knows whether its rule holds.");
    }
    if (!scenario.isFailed()) {
      context.attempts().nothingRefusedUnexpectedly();
    }
  }
}
