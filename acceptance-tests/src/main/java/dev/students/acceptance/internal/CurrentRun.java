package dev.students.acceptance.internal;

import dev.students.acceptance.internal.report.Results;
import dev.students.acceptance.internal.target.TargetOptions;
import dev.students.acceptance.internal.target.TestBed;
import dev.students.local.CallRecorder;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The run under way in this JVM. Cucumber makes step classes and plugins by itself; through this
 * they reach the run that started Cucumber.
 *
 * @param client of the table, for all scenarios
 * @param recorder for each of them to start a recording by
 */
public record CurrentRun(
    RunId id,
    TestBed bed,
    DynamoDbClient client,
    CallRecorder recorder,
    TargetOptions options,
    Manifest manifest,
    Results results) {

  private static final AtomicReference<CurrentRun> CURRENT = new AtomicReference<>();

  public static CurrentRun get() {
    CurrentRun run = CURRENT.get();
    if (run == null) {
      throw new IllegalStateException(
          "The scenarios need a target: start them by ./acceptance, not by Cucumber alone.");
    }
    return run;
  }

  /** Makes this the run that {@link #get} finds, while the action is under way. */
  public void during(Runnable action) {
    if (!CURRENT.compareAndSet(null, this)) {
      throw new IllegalStateException("A run is under way in this JVM already.");
    }
    try {
      action.run();
    } finally {
      CURRENT.set(null);
    }
  }
}
