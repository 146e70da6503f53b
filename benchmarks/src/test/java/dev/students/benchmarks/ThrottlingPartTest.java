package dev.students.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.internal.RetryPolicy;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottlingPartTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 7, 8, 10})
  void mostDelay_eachAttempt_boundsTheDelaysOfTheStore(int attempt) {
    Duration longest =
        IntStream.range(0, 1_000)
            .mapToObj(i -> RetryPolicy.DEFAULT.backoff().computeDelay(attempt))
            .max(Duration::compareTo)
            .orElseThrow();
    Duration bound = ThrottlingPart.mostDelay(attempt);
    assertThat(longest).isBetween(bound.multipliedBy(9).dividedBy(10), bound);
  }
}
