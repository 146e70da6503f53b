package dev.students.reliability.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.StudentStore;
import dev.students.reliability.Figures;
import dev.students.reliability.Form;
import dev.students.reliability.faults.Fault;
import dev.students.reliability.faults.FaultyHttpClient;
import dev.students.reliability.memory.MemoryDynamoDb;
import dev.students.reliability.model.Call.Kind;
import dev.students.reliability.model.History.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Callers at once, on transactions that really conflict: one order must explain all that they were
 * answered, but for look-ups in the index, which lags and may show only what was there.
 */
class ConcurrentHistoriesTest {

  private static final int HISTORIES = Form.of(30, 1_300);
  private static final int LONGEST_LAG = 4;
  private static final int CALLS_OF_EACH = 5;
  private static final List<Fault> FAULTS =
      List.of(
          Fault.ANSWER_LOST,
          Fault.REQUEST_LOST,
          Fault.DELIVERED_TWICE,
          Fault.INTERNAL_ERROR_AFTER,
          Fault.THROTTLED,
          Fault.TRANSACTION_IN_PROGRESS);

  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  @AfterAll
  static void endThreads() {
    THREADS.shutdown();
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "4, 0", "8, 0", "3, 10"})
  void store_callersAtOnce_answersAsInOneOrder(int callers, int faultPercent) throws Exception {
    long first = Form.seed();
    for (int i = 0; i < HISTORIES; i++) {
      long seed = first + i;
      List<Made> calls = history(seed, callers, faultPercent);
      History history = new History(calls);
      assertThat(history.isLinearizable()).as("-Dreliability.seed=%d: %s", seed, calls).isTrue();
      assertThat(history.inventions()).as("-Dreliability.seed=%d: %s", seed, calls).isEmpty();
    }
    Figures.tell(
        "%d histories of %d callers from seed %d, %d %% faults"
            .formatted(HISTORIES, callers, first, faultPercent));
  }

  private static List<Made> history(long seed, int callers, int faultPercent) throws Exception {
    MemoryDynamoDb memory =
        new MemoryDynamoDb(new Random(seed), LONGEST_LAG, 1_000, ConcurrentHistoriesTest::pause);
    FaultyHttpClient wire = new FaultyHttpClient(memory, () -> fault(faultPercent));
    AtomicLong clock = new AtomicLong();
    try (DynamoDbClient client = wire.client(MemoryDynamoDb.clientBuilder())) {
      StudentStore store = StudentStore.create(client, "students");
      List<Callable<List<Made>>> tasks = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        Random random = new Random(seed * 31 + caller);
        tasks.add(() -> make(store, random, clock));
      }
      List<Made> calls = new ArrayList<>();
      for (Future<List<Made>> made : THREADS.invokeAll(tasks)) {
        calls.addAll(made.get());
      }
      return calls;
    }
  }

  private static List<Made> make(StudentStore store, Random random, AtomicLong clock) {
    StoreCaller caller = new StoreCaller(store);
    List<Made> calls = new ArrayList<>();
    while (calls.size() < CALLS_OF_EACH) {
      Call call = Call.random(random);
      if (isLeftOut(call.kind())) {
        continue;
      }
      long began = clock.incrementAndGet();
      String answer = caller.call(call);
      long ended = answer.equals(StoreCaller.UNKNOWN) ? History.NEVER : clock.incrementAndGet();
      String id =
          call.kind() != Kind.CREATE_WITHOUT_ID
              ? call.student()
              : caller.answered().map(s -> s.id().value()).orElse("unknown-" + began);
      calls.add(new Made(call, id, answer, began, ended));
    }
    return calls;
  }

  /**
   * Lists are read by pages, several awards are given in turn, and a version, or a student as read,
   * is what one caller saw.
   */
  private static boolean isLeftOut(Kind kind) {
    return kind == Kind.AWARDS
        || kind == Kind.AWARD_SEVERAL
        || kind.name().contains("_AS_READ")
        || kind.name().endsWith("_AT_VERSION_SEEN");
  }

  private static Optional<Fault> fault(int percent) {
    ThreadLocalRandom chance = ThreadLocalRandom.current();
    return chance.nextInt(100) < percent
        ? Optional.of(FAULTS.get(chance.nextInt(FAULTS.size())))
        : Optional.empty();
  }

  /** Long enough for another caller to find the items held. */
  private static void pause() {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(50_000));
  }
}
