package dev.students.acceptance.steps;

import dev.students.data.Student;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A way in which a student is looked for. By number the answer is current at once; by e-mail
 * address it may take a moment, so an expected answer is awaited up to a deadline.
 *
 * @param how for a message, for example {@code A search for ada@example.com}
 */
record Lookup(String how, boolean eventually, Supplier<Optional<Student>> read) {

  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final Duration INTERVAL = Duration.ofMillis(100);

  /** The first answer that is as expected, or the last before the deadline. */
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
