package dev.students.reliability.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.AwardId;
import dev.students.data.EmailAddress;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentStoreException;
import dev.students.data.StudentTable;
import dev.students.data.XpAward;
import dev.students.local.LocalDynamoDb;
import dev.students.reliability.Figures;
import dev.students.reliability.Form;
import dev.students.reliability.faults.Fault;
import dev.students.reliability.faults.FaultyHttpClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Load with faults for a while: what the process holds at the end is what it held soon after the
 * start.
 */
class SoakTest {

  private static final int CALLERS = 8;

  /** So that other attacks can run beside it. */
  private static final Duration PAUSE = Duration.ofMillis(10);

  private static final int STUDENTS = 40;
  private static final String TABLE = "students";
  private static final Duration LENGTH = Duration.ofSeconds(Form.of(1, 600));
  private static final List<Fault> FAULTS =
      List.of(Fault.ANSWER_LOST, Fault.REQUEST_LOST, Fault.ANSWER_CUT, Fault.THROTTLED);

  /**
   * What the process holds.
   *
   * @param heapMegabytes in use after a collection
   * @param files open, sockets among them; 0 where the system does not tell
   */
  private record Held(long heapMegabytes, int threads, long files) {

    static Held now() throws IOException {
      System.gc();
      long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
      int threads = ManagementFactory.getThreadMXBean().getThreadCount();
      Path open = Path.of("/proc/self/fd");
      try (Stream<Path> files = Files.isDirectory(open) ? Files.list(open) : Stream.empty()) {
        return new Held(heap, threads, files.count());
      }
    }
  }

  @Test
  void process_loadWithFaults_holdsNoMoreAtTheEndThanSoonAfterTheStart() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try (LocalDynamoDb local = LocalDynamoDb.inMemory();
        SdkHttpClient http = UrlConnectionHttpClient.create();
        DynamoDbClient client =
            local
                .clientBuilder()
                .httpClientBuilder(null)
                .httpClient(new FaultyHttpClient(http, SoakTest::fault))
                .build()) {
      try (DynamoDbClient plain = local.clientBuilder().build()) {
        plain.createTable(StudentTable.createTableRequest(TABLE));
      }
      StudentStore store = StudentStore.create(client, TABLE);
      long calls = load(threads, store, LENGTH.dividedBy(3));
      Held before = Held.now();
      calls += load(threads, store, LENGTH.dividedBy(3).multipliedBy(2));
      Held after = Held.now();

      Figures.tell("soak of %s, %d calls: %s, then %s".formatted(LENGTH, calls, before, after));
      assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 10);
      assertThat(after.files()).isLessThanOrEqualTo(before.files() + 20);
      assertThat(after.heapMegabytes()).isLessThanOrEqualTo(before.heapMegabytes() * 3 / 2 + 20);
    } finally {
      threads.shutdown();
    }
  }

  private static Optional<Fault> fault() {
    ThreadLocalRandom chance = ThreadLocalRandom.current();
    return chance.nextInt(10) == 0
        ? Optional.of(FAULTS.get(chance.nextInt(FAULTS.size())))
        : Optional.empty();
  }

  private static long load(ExecutorService threads, StudentStore store, Duration length)
      throws Exception {
    long end = System.nanoTime() + length.toNanos();
    List<Callable<Long>> callers = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      callers.add(
          () -> {
            long calls = 0;
            for (; System.nanoTime() < end; calls++) {
              call(store, ThreadLocalRandom.current());
              LockSupport.parkNanos(PAUSE.toNanos());
            }
            return calls;
          });
    }
    long calls = 0;
    for (Future<Long> caller : threads.invokeAll(callers)) {
      calls += caller.get();
    }
    return calls;
  }

  private static void call(StudentStore store, Random random) {
    StudentId id = StudentId.of("s-" + random.nextInt(STUDENTS));
    try {
      switch (random.nextInt(8)) {
        case 0, 1 -> store.create(Worker.student(id));
        case 2 -> store.softDelete(id);
        case 3 -> store.restore(id);
        case 4 -> store.erase(id);
        case 5 -> store.findByEmail(EmailAddress.of(id.value() + "@example.org"));
        default -> store.awardXp(id, XpAward.of(AwardId.of("a-" + random.nextInt(50)), 1));
      }
    } catch (SdkException | StudentStoreException e) {
      // Refused, or not known to be applied; here it matters only what is held afterwards.
    }
  }
}
