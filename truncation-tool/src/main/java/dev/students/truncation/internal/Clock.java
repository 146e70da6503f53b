package dev.students.truncation.internal;

import java.time.Duration;

/** The time since the start of a run, and whether its time limit is reached. Immutable. */
final class Clock {

  private final long start = System.nanoTime();
  private final Duration limit;

  Clock(Duration limit) {
    this.limit = limit;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  boolean isTimeOver() {
    return elapsed().compareTo(limit) >= 0;
  }
}
