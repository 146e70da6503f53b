/**
 * Runs the Cucumber features of the student operations against a target.
 *
 * <pre>
 * ScenariosIT   the suite: Maven and IDEs start it, and ./acceptance does so through
 *    |          internal.run.SuiteLauncher, after a dry run
 * AcceptanceRun one run (internal.run): RunOpening makes the target ready, RunReporter
 *    |          hears how scenarios end, RunReports tells it, Interruption ends it early
 * OpenTarget    where the table is (internal.targets): embedded, LocalStack, an endpoint
 *    |          or AWS. What a run makes there is in its Manifest (internal.workspace)
 *    |          before it exists, and CleanUp removes what a killed run left
 * steps         what a scenario does, with a ScenarioContext each; policies notes what
 *    |          it asks of IAM
 * StudentStore  the library under test, by a client whose calls are recorded
 * </pre>
 *
 * <p>Cucumber makes hooks, steps and plugins by itself; they find their run in {@code CurrentRun}.
 * {@code internal.report} writes the reports of a run, {@code internal.console} what the person at
 * the console sees. The suite, the steps and the policies are test code.
 */
@NullMarked
package dev.students.acceptance;

import org.jspecify.annotations.NullMarked;
