package dev.students.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.Crc32MismatchException;
import software.amazon.awssdk.core.exception.SdkException;

class RetriesTest {

  private final List<Duration> pauses = new ArrayList<>();
  private final Retries retries = new Retries(9, pauses::add);
  private int calls;

  @Test
  void call_damagedAnswer_isRepeated() {
    SdkException damaged = Crc32MismatchException.create("checksum", new IllegalStateException());

    assertThat(retries.call(() -> failing(damaged, 2), () -> {})).isEqualTo("done");
    assertThat(calls).isEqualTo(3);
  }

  @Test
  void call_failsAlways_isTriedAsOftenAsItsKindAllows() {
    assertThat(triesOf(FailureKindTest.throttled())).isEqualTo(9);
    assertThat(triesOf(FailureKindTest.answered(500))).isEqualTo(6);
    assertThat(triesOf(FailureKindTest.answered(400))).isEqualTo(1);
  }

  @Test
  void pauses_betweenTries_stayBelowADoublingBound() {
    IntStream.rangeClosed(1, 200).forEach(i -> retries.pauseAfter(1));
    assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofMillis(50)) <= 0);
    assertThat(pauses).anyMatch(pause -> pause.compareTo(Duration.ofMillis(25)) < 0);
    pauses.clear();

    IntStream.rangeClosed(1, 200).forEach(i -> retries.pauseAfter(40));
    assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofSeconds(5)) <= 0);
    assertThat(pauses).anyMatch(pause -> pause.compareTo(Duration.ofSeconds(2)) > 0);
  }

  private int triesOf(SdkException failure) {
    calls = 0;
    assertThatThrownBy(() -> retries.call(() -> failing(failure, Integer.MAX_VALUE), () -> {}))
        .isSameAs(failure);
    return calls;
  }

  private String failing(SdkException failure, int times) {
    if (++calls <= times) {
      throw failure;
    }
    return "done";
  }
}
