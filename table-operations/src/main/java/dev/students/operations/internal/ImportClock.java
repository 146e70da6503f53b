package dev.students.operations.internal;

import dev.students.data.Student;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

/**
 * The time for a store, which remembers for each thread what it told: a student whose time of
 * creation was told for this very line was created by it, and was not there before. Thread-safe.
 */
final class ImportClock implements InstantSource {

  private final ThreadLocal<Set<Instant>> told = ThreadLocal.withInitial(HashSet::new);

  @Override
  public Instant instant() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    told.get().add(now);
    return now;
  }

  /** Starts a line. */
  void begin() {
    told.get().clear();
  }

  /** Whether the line created the student. */
  boolean hasCreated(Student student) {
    return student.createdAt().filter(told.get()::contains).isPresent();
  }

  /** Waits for the millisecond to pass, so that no other line gets the same time. */
  void end() {
    while (told.get().contains(Instant.now().truncatedTo(ChronoUnit.MILLIS))) {
      Thread.onSpinWait();
    }
  }
}
