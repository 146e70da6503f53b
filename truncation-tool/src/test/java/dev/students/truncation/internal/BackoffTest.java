package dev.students.truncation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  @ParameterizedTest
  @CsvSource({"1, 50", "2, 100", "5, 800", "7, 3200", "8, 5000", "1000, 5000"})
  void delay_isUniformBelowADoublingBound(int failures, long boundMillis) {
    var random = new Random(42);

    long[] delays =
        IntStream.range(0, 10_000)
            .mapToLong(i -> Backoff.DEFAULT.delay(failures, random).toNanos())
            .sorted()
            .toArray();

    long bound = Duration.ofMillis(boundMillis).toNanos();
    assertThat(delays[0]).isBetween(0L, bound / 100);
    assertThat(delays[delays.length - 1]).isBetween(bound / 100 * 99, bound);
    assertThat(delays[delays.length / 2]).isBetween(bound / 100 * 45, bound / 100 * 55);
  }

  @Test
  void delay_isNeverNegative() {
    var random = new Random(7);

    assertThat(IntStream.range(1, 200).mapToObj(i -> Backoff.DEFAULT.delay(i, random)))
        .noneMatch(Duration::isNegative);
  }
}
