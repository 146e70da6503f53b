package dev.students.operations;

import dev.students.data.AwardId;
import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentUpdate;
import dev.students.data.XpAward;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Creates, updates, awards, deletes, restores and erases students with the store until closed. */
final class BusyWriter implements AutoCloseable {

  private static final int STUDENTS = 20;

  private final StudentStore store;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicLong rounds = new AtomicLong();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final Thread thread = new Thread(this::write, "busy-writer");

  private BusyWriter(StudentStore store) {
    this.store = store;
  }

  static BusyWriter start(TestTable table) {
    BusyWriter writer = new BusyWriter(table.store);
    writer.thread.start();
    return writer;
  }

  /** Waits until the given number of further rounds is done. */
  void awaitWrites(long more) {
    long enough = rounds.get() + more;
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> rounds.get() >= enough || failure.get() != null);
  }

  private void write() {
    try {
      for (long round = 0; !stopped.get(); round++) {
        change(StudentId.of("busy-" + round % STUDENTS), round);
        rounds.incrementAndGet();
      }
    } catch (RuntimeException e) {
      failure.set(e);
    }
  }

  private void change(StudentId id, long round) {
    EmailAddress email = EmailAddress.of("busy-%d@y.example".formatted(round % STUDENTS));
    switch ((int) (round / STUDENTS % 6)) {
      case 0 ->
          store.create(
              NewStudent.of(PersonName.of("Busy"), PersonName.of("Bee"), email).withId(id));
      case 1 ->
          store.update(
              id,
              StudentUpdate.builder()
                  .email(EmailAddress.of("Moved-" + round % STUDENTS + "@y.example"))
                  .build());
      case 2, 3 -> store.awardXp(id, XpAward.of(AwardId.of("award-" + round), 5));
      case 4 -> store.softDelete(id);
      default -> store.erase(id);
    }
  }

  @Override
  public void close() {
    stopped.set(true);
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !thread.isAlive());
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }
}
