package dev.students.acceptance.steps;

import dev.students.data.Student;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A way to look up a student. A look-up by number is always up to date; a look-up by e-mail address
 * may lag behind, so an expected result is awaited up to a deadline.
 *
 * @param how a description for messages, for example {@code A search for ada@example.com}
 */
record Lookup(String how, boolean eventually, Supplier<Optional<Student>> read) {

  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final Duration INTERVAL = Duration.ofMillis(100);

  /** Returns the first result that is as expected, or the last one before the deadline. */
  Optional<Student> answer(Predicate<Optional<Student>> asExpected) {
    if (!eventually) {
      return read.get();
    }
    try {
      return Awaitility.await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(INTERVAL)
          .atMost(DEADLINE)
          .until(read::get, asExpected);
    } catch (ConditionTimeoutException stillOtherwise) {
      return read.get();
    }
  }
}
