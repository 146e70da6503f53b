package dev.students.data.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTest {

  private final List<Duration> slept = new ArrayList<>();
  private Duration now = Duration.ofSeconds(1);
  private final Retries retries =
      new Retries(
          new RetryPolicy(
              clock(), attempt -> Duration.ofMillis(Math.min(500, 10L << (attempt - 2)))));

  @Test
  void another_tenAttempts_isFalse() {
    int attempts = 1;
    while (retries.another()) {
      attempts++;
      assertThat(retries.attempts()).isEqualTo(attempts);
    }
    assertThat(attempts).isEqualTo(10);
    assertThat(slept).hasSize(9);
  }

  @Test
  void another_eachAttempt_waitsAccordingToTheBackoff() {
    while (retries.another()) {}
    assertThat(slept.stream().map(Duration::toMillis))
        .containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 500L, 500L, 500L);
  }

  @Test
  void fullJitter_eachAttempt_hasABoundThatDoublesUpToOneSecond() {
    List<Long> longest = List.of(20L, 40L, 80L, 160L, 320L, 640L, 1_000L, 1_000L, 1_000L);
    for (int i = 0; i < longest.size(); i++) {
      int attempt = i + 2;
      assertThat(
              IntStream.range(0, 2_000)
                  .mapToObj(n -> Retries.FULL_JITTER.computeDelay(attempt))
                  .toList())
          .allSatisfy(
              delay -> assertThat(delay).isLessThan(Duration.ofMillis(longest.get(attempt - 2))))
          .anySatisfy(
              delay ->
                  assertThat(delay)
                      .isGreaterThan(Duration.ofMillis(longest.get(attempt - 2) * 3 / 4)))
          .anySatisfy(
              delay ->
                  assertThat(delay).isLessThan(Duration.ofMillis(longest.get(attempt - 2) / 4)));
    }
  }

  @Test
  void progress_afterRetries_resetsTheLimits() {
    now = now.plusSeconds(4);
    while (retries.another()) {}
    int retriesBefore = retries.retries();
    retries.progress();
    assertThat(retries.attempts()).isEqualTo(1);
    assertThat(retries.another()).isTrue();
    assertThat(retries.attempts()).isEqualTo(2);
    assertThat(retries.retries()).isEqualTo(retriesBefore + 1);
    assertThat(slept.get(slept.size() - 1)).isEqualTo(Duration.ofMillis(10));
  }

  @Test
  void another_delayWouldExceedFiveSeconds_isFalse() {
    now = now.plusMillis(4_990);
    assertThat(retries.another()).as("a delay of 10 ms ends at exactly 5 s").isTrue();
    assertThat(retries.another()).isFalse();
    assertThat(slept).containsExactly(Duration.ofMillis(10));
  }

  @Test
  void sleep_systemClock_waits() throws InterruptedException {
    long started = RetryClock.SYSTEM.nanoTime();
    RetryClock.SYSTEM.sleep(Duration.ofMillis(3).plusNanos(500_000));
    assertThat(RetryClock.SYSTEM.nanoTime() - started).isGreaterThanOrEqualTo(3_000_000);
  }

  private RetryClock clock() {
    return new RetryClock() {
      @Override
      public long nanoTime() {
        return now.toNanos();
      }

      @Override
      public void sleep(Duration delay) {
        slept.add(delay);
        now = now.plus(delay);
      }
    };
  }
}
