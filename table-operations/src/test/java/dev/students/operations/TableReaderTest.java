package dev.students.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

class TableReaderTest {

  @Test
  void read_anyNumberOfSegments_returnsEveryItemOnceAndPartitionsTogether() {
    try (TestTable table = new TestTable()) {
      table.fill(300);
      for (int segments : new int[] {1, 3, 50}) {
        List<ItemKey> keys =
            keys(TableReader.builder(TestTable.CLIENT, table.name).segments(segments).build());

        assertThat(keys).hasSize(900).doesNotHaveDuplicates();
        List<String> partitions = new ArrayList<>();
        keys.forEach(
            key -> {
              if (partitions.isEmpty()
                  || !partitions.get(partitions.size() - 1).equals(key.partition())) {
                partitions.add(key.partition());
              }
            });
        assertThat(partitions).hasSize(600);
      }
    }
  }

  @Test
  void read_emptyTable_returnsNothing() {
    try (TestTable table = new TestTable()) {
      assertThat(keys(TableReader.create(TestTable.CLIENT, table.name))).isEmpty();
    }
  }

  @Test
  void read_missingTable_throwsTheExceptionOfTheSdk() {
    TableReader reader =
        TableReader.builder(TestTable.CLIENT, "not-there").segments(4).concurrency(2).build();

    assertThatThrownBy(() -> keys(reader)).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void read_interrupted_stopsAllThreads() {
    try (TestTable table = new TestTable()) {
      table.fill(300);
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(() -> keys(table.reader())).isInstanceOf(AbortedException.class);
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () ->
                  Thread.getAllStackTraces().keySet().stream()
                      .noneMatch(thread -> thread.getName().startsWith("table-scan-")));
    }
  }

  private static List<ItemKey> keys(TableReader reader) {
    List<ItemKey> keys = new ArrayList<>();
    reader.forEach(item -> keys.add(ItemKey.of(item)), ProgressListener.NONE);
    return keys;
  }
}
