package dev.students.data.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetriesTest {

  private final List<Duration> slept = new ArrayList<>();
  private Duration now = Duration.ofSeconds(1);
  private double random = 0.5;
  private final Retries retries = new Retries(pause());

  @Test
  void attemptsAreAtMostTen() {
    random = 0;
    int attempts = 1;
    while (retries.another()) {
      attempts++;
      assertThat(retries.attempts()).isEqualTo(attempts);
    }
    assertThat(attempts).isEqualTo(10);
    assertThat(slept).containsOnly(Duration.ZERO).hasSize(9);
  }

  @Test
  void pausesAreAShareOfACeilingThatDoublesUpToASecond() {
    random = 0.25;
    while (retries.another()) {}
    assertThat(slept.stream().map(Duration::toMillis))
        .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 250L, 250L, 250L);
  }

  @Test
  void noPauseBeginsThatWouldEndAfterFiveSeconds() {
    now = now.plusMillis(4_990);
    assertThat(retries.another()).as("10 ms end at 5 s sharp").isTrue();
    assertThat(retries.another()).isFalse();
    assertThat(slept).containsExactly(Duration.ofMillis(10));
  }

  @Test
  void theRealPauseTakesItsTime() throws InterruptedException {
    long started = Pause.REAL.nanoTime();
    Pause.REAL.sleep(Duration.ofMillis(3).plusNanos(500_000));
    assertThat(Pause.REAL.nanoTime() - started).isGreaterThanOrEqualTo(3_000_000);
    assertThat(Pause.REAL.random()).isBetween(0.0, Math.nextDown(1.0));
    assertThat(Pause.REAL.random()).isNotEqualTo(Pause.REAL.random());
  }

  private Pause pause() {
    return new Pause() {
      @Override
      public long nanoTime() {
        return now.toNanos();
      }

      @Override
      public double random() {
        return random;
      }

      @Override
      public void sleep(Duration delay) {
        slept.add(delay);
        now = now.plus(delay);
      }
    };
  }
}
