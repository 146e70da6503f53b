package dev.students.truncation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PassWorkTest {

  private static List<Map<String, AttributeValue>> keys(int from, int number) {
    return IntStream.range(from, from + number)
        .mapToObj(i -> Map.of("pk", AttributeValue.fromN("" + i)))
        .toList();
  }

  private static final Map<String, AttributeValue> MORE = Map.of("pk", AttributeValue.fromN("0"));

  @Test
  void segment_incompleteBatch_waitsForTheNextPage() throws InterruptedException {
    var work = new PassWork(1);

    Segment segment = read(work);
    work.pageRead(segment, keys(0, 20), MORE);
    assertThat(read(work)).isSameAs(segment);
    work.pageRead(segment, keys(20, 20), Map.of());

    assertThat(work.next()).contains(new PassWork.Task.DeleteBatch(keys(0, 25)));
    assertThat(work.next()).contains(new PassWork.Task.DeleteBatch(keys(25, 15)));
    assertThat(work.next()).isEmpty();
  }

  @Test
  void next_enoughBatchesWaiting_readsNoFurtherPage() throws InterruptedException {
    var work = new PassWork(2);

    work.pageRead(read(work), keys(0, 50), MORE);

    assertThat(work.next()).containsInstanceOf(PassWork.Task.DeleteBatch.class);
    assertThat(work.next()).containsInstanceOf(PassWork.Task.ReadPage.class);
  }

  @Test
  void next_abandoned_isEmpty() throws InterruptedException {
    var work = new PassWork(2);
    work.pageRead(read(work), keys(0, 100), Map.of());

    work.abandon();

    assertThat(work.next()).isEmpty();
  }

  private static Segment read(PassWork work) throws InterruptedException {
    Optional<PassWork.Task> task = work.next();
    assertThat(task).containsInstanceOf(PassWork.Task.ReadPage.class);
    return ((PassWork.Task.ReadPage) task.orElseThrow()).segment();
  }
}
