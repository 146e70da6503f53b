package dev.students.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {

  private static List<Long> acquire(ConcurrencyLimit limit, int permits)
      throws InterruptedException {
    List<Long> acquired = new ArrayList<>();
    for (int i = 0; i < permits; i++) {
      acquired.add(limit.acquire());
    }
    return acquired;
  }

  @Test
  void limit_throttling_halvesOnceForRequestsInFlight() throws InterruptedException {
    var limit = new ConcurrencyLimit(16);

    acquire(limit, 16).forEach(permit -> limit.release(permit, true));

    assertThat(limit.current()).isEqualTo(8);
  }

  @Test
  void limit_repeatedThrottling_neverFallsBelowOne() throws InterruptedException {
    var limit = new ConcurrencyLimit(8);

    for (int i = 0; i < 10; i++) {
      limit.release(limit.acquire(), true);
    }

    assertThat(limit.current()).isEqualTo(1);
    acquire(limit, 1);
  }

  @Test
  void limit_successes_raiseItToTheMaximum() throws InterruptedException {
    var limit = new ConcurrencyLimit(4);
    limit.release(limit.acquire(), true);
    assertThat(limit.current()).isEqualTo(2);

    for (int i = 0; i < 100; i++) {
      limit.release(limit.acquire(), false);
    }

    assertThat(limit.current()).isEqualTo(4);
  }
}
