package dev.students.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.local.CapacityUnits;
import dev.students.local.RecordedCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallTableTest {

  @Test
  void table_oneCall_isARowWithKeysDurationAndUnits() {
    assertThat(CallTable.of(List.of(call(List.of("Put pk=a", "Delete pk=b")))))
        .isEqualTo(
            """
            Call\tKeys\tDuration\tRead units\tWrite units\tUnits are\tOutcome
            TransactWriteItems\tPut pk=a; Delete pk=b\t1.5 ms\t0\t2.5\tcomputed\tok
            """);
  }

  @Test
  void table_equalPartitionAndSortKey_areShownOnce() {
    String key = "Put pk=email#…, sk=email#…";
    String other = "Put pk=student#…:1, sk=award#quiz";
    assertThat(CallTable.of(List.of(call(List.of(key, other, "Put pk=a, sk=ab, gsi1_pk=ab")))))
        .contains(
            "\tPut pk=sk=email#…; Put pk=student#…:1, sk=award#quiz; Put pk=a, sk=gsi1_pk=ab\t");
  }

  @Test
  void table_manyKeys_showsTheFirstAndTheLast() {
    List<String> keys = IntStream.rangeClosed(1, 100).mapToObj(i -> "Delete sk=" + i).toList();
    assertThat(CallTable.of(List.of(call(keys))))
        .contains("\tDelete sk=1; Delete sk=2; Delete sk=3; … 96 more …; Delete sk=100\t");
    assertThat(CallTable.of(List.of(call(keys.subList(0, 5))))).doesNotContain("more");
  }

  private static RecordedCall call(List<String> keys) {
    return new RecordedCall(
        "TransactWriteItems",
        keys,
        Duration.ofNanos(1_500_000),
        Optional.of(new CapacityUnits(0, 2.5, CapacityUnits.Source.COMPUTED)),
        Optional.empty());
  }
}
