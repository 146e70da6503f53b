package dev.students.reliability.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.AwardId;
import dev.students.data.ContentionException;
import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.XpAward;
import dev.students.reliability.Figures;
import dev.students.reliability.Form;
import dev.students.reliability.faults.Fault;
import dev.students.reliability.faults.FaultyHttpClient;
import dev.students.reliability.memory.MemoryDynamoDb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One of five answers is lost while sixteen callers give each student XP: the store beside a bare
 * {@code ADD}.
 */
class LostAnswersTest {

  private static final int CALLERS = 16;
  private static final int STUDENTS = 50;
  private static final int AWARDS = Form.of(2_000, 10_000);

  private final FaultyHttpClient wire =
      new FaultyHttpClient(
          new MemoryDynamoDb(new Random(0), 0, 1_000, () -> {}), LostAnswersTest::fault);
  private final DynamoDbClient client = wire.client(MemoryDynamoDb.clientBuilder());
  private final StudentStore store = StudentStore.create(client, "students");

  private static Optional<Fault> fault() {
    return ThreadLocalRandom.current().nextInt(5) == 0
        ? Optional.of(Fault.ANSWER_LOST)
        : Optional.empty();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void awards_oneOfFiveAnswersLost_countOnceEachWhereBareAddOvershoots() throws Exception {
    for (int student = 0; student < STUDENTS; student++) {
      create(student);
    }

    fromSixteenCallers(this::award);
    long byStore = totalXp();
    fromSixteenCallers(this::bareAdd);
    long byBareAdd = totalXp() - byStore;

    Figures.tell(
        "XP of %d awards of 1 XP, one of five answers lost: by the store %d, by a bare ADD %d"
            .formatted(AWARDS, byStore, byBareAdd));
    assertThat(byStore).isEqualTo(AWARDS);
    assertThat(byBareAdd).isGreaterThan(AWARDS);
  }

  private void create(int student) {
    NewStudent wanted =
        NewStudent.of(
                PersonName.of("Ann"),
                PersonName.of("Last"),
                EmailAddress.of("s-%d@example.org".formatted(student)))
            .withId(id(student));
    untilAnswered(() -> store.create(wanted));
  }

  private static StudentId id(int number) {
    return StudentId.of("s-" + number % STUDENTS);
  }

  private void award(int number) {
    XpAward award = XpAward.of(AwardId.of("a-" + number), 1);
    untilAnswered(() -> store.awardXp(id(number), award));
  }

  /**
   * What a program without award ids does: it counts on the SDK's retries, and repeats what failed.
   */
  private void bareAdd(int number) {
    AttributeValue key = AttributeValue.fromS("student#" + id(number).value());
    untilAnswered(
        () ->
            client.updateItem(
                update ->
                    update
                        .tableName("students")
                        .key(Map.of("pk", key, "sk", key))
                        .updateExpression("ADD xp :amount")
                        .expressionAttributeValues(Map.of(":amount", AttributeValue.fromN("1")))));
  }

  private static void untilAnswered(Runnable call) {
    while (true) {
      try {
        call.run();
        return;
      } catch (SdkException | ContentionException e) {
        // Whether it was applied is unknown.
      }
    }
  }

  private static void fromSixteenCallers(IntConsumer call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int award = 0; award < AWARDS; award++) {
        int number = award;
        tasks.add(
            () -> {
              call.accept(number);
              return true;
            });
      }
      for (Future<Boolean> task : threads.invokeAll(tasks)) {
        task.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private long totalXp() {
    AtomicLong total = new AtomicLong();
    untilAnswered(() -> total.set(scannedXp()));
    return total.get();
  }

  private long scannedXp() {
    return client.scanPaginator(scan -> scan.tableName("students")).items().stream()
        .filter(item -> item.containsKey("xp"))
        .mapToLong(item -> Long.parseLong(item.get("xp").n()))
        .sum();
  }
}
