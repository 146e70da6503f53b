package dev.students.acceptance;

import dev.students.acceptance.internal.run.AcceptanceRun;
import dev.students.acceptance.internal.run.CurrentRun;
import dev.students.acceptance.policies.Policies;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;
import org.junit.platform.suite.api.SuiteDisplayName;

/**
 * The scenarios, as Maven, IDEs and {@code ./acceptance} run them. {@code
 * junit-platform.properties} configures Cucumber; the hooks beside the steps open the target and
 * clean up.
 */
@Suite
@SuiteDisplayName("Scenarios")
@IncludeEngines("cucumber")
@SelectPackages("features")
public final class ScenariosIT {

  @BeforeSuite
  static void prepare() {
    CurrentRun.prepareSuite();
  }

  /** The scenarios together request everything that the policies of the dev template allow. */
  @AfterSuite
  static void deployedPolicies_everyScenarioPassed_allowExactlyWhatWasAskedFor() {
    if (CurrentRun.find().filter(AcceptanceRun::isWholeAsByDefault).isPresent()) {
      Policies.of("dev").assertExactlyWhatWasAskedOf("students");
    }
  }
}
