package dev.students.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {

  @Test
  void run_sleepers_wakeInTheOrderOfTheirTimes() throws InterruptedException {
    VirtualTime time = new VirtualTime();
    List<String> course = new ArrayList<>();
    time.run(
        List.of(
            () -> sleep(time, course, "slow", 50, 50), () -> sleep(time, course, "quick", 20, 40)));
    assertThat(course)
        .containsExactly(
            "quick after 20 ms", "slow after 50 ms", "quick after 60 ms", "slow after 100 ms");
  }

  private static void sleep(VirtualTime time, List<String> course, String name, int... millis) {
    for (int each : millis) {
      try {
        time.sleep(Duration.ofMillis(each));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      course.add("%s after %d ms".formatted(name, time.nanoTime() / 1_000_000));
    }
  }
}
