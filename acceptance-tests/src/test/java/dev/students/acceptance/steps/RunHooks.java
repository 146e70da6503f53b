package dev.students.acceptance.steps;

import dev.students.acceptance.internal.run.CurrentRun;
import io.cucumber.java.AfterAll;
import io.cucumber.java.BeforeAll;

/** Starts and ends the run, regardless of how Cucumber was started. */
public final class RunHooks {

  private RunHooks() {}

  @BeforeAll
  public static void openTarget() {
    CurrentRun.begin();
  }

  @AfterAll
  public static void cleanUp() {
    CurrentRun.end();
  }
}
