package dev.students.acceptance.attack;

import java.time.Duration;
import org.awaitility.Awaitility;

/** When a run is ended. */
enum Moment {
  LOOKING_FOR_THE_STACK,
  FIRST_WRITE,
  WRITE_150,
  WRITE_400,
  ERASURE;

  void await(RunProcess run, AwsStandIn aws) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> isNow(run, aws) || !run.isAlive());
    if (!run.isAlive()) {
      throw new IllegalStateException("It ended before " + this + ":\n" + run.output());
    }
  }

  private boolean isNow(RunProcess run, AwsStandIn aws) {
    return switch (this) {
      case LOOKING_FOR_THE_STACK -> aws.parametersRead() > 0;
      case FIRST_WRITE -> !aws.writes().isEmpty();
      case WRITE_150 -> aws.writes().size() >= 150;
      case WRITE_400 -> aws.writes().size() >= 400;
      case ERASURE -> run.output().contains("Erasing what the scenarios created");
    };
  }
}
