package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.internal.RequestIdentity;
import dev.students.data.internal.RetryClock;
import dev.students.data.internal.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Many concurrent callers use few students and addresses over a connection that loses responses,
 * delays requests and reports conflicts; a legacy client takes part. Whatever results the callers
 * get, the table must be consistent afterwards.
 */
class StormTest {

  private static final int CALLERS = 8;
  private static final int CALLS = Integer.getInteger("storm.calls", 25);
  private static final List<String> STUDENTS = List.of("ada", "bob", "cyd", "old");
  private static final List<String> ADDRESSES = List.of("x@x.org", "y@x.org", "z@x.org");
  private static final String IN_PROGRESS =
      "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionInProgressException\"}";

  private final TestTable table = new TestTable();
  private final Queue<ExecutableHttpRequest> late = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> applied = new ConcurrentHashMap<>();

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void store_concurrentCallsAndFaults_keepEveryInvariant() throws Exception {
    table.putLegacy("old", "x@x.org");
    table.wire.otherwise(this::fault);
    StudentStore store =
        table
            .builder()
            .identities(RequestIdentity.source(InstantSource.system()))
            .retries(new RetryPolicy(new NoPause(), BackoffStrategy.retryImmediately()))
            .build();
    List<Callable<Boolean>> callers = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      callers.add(() -> call(store));
    }
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try {
      for (Future<Boolean> caller : threads.invokeAll(callers)) {
        assertThat(caller.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
    while (!late.isEmpty()) {
      late.remove().call();
    }
    finishErasing();
    assertThat(new TableRules(table.items()).broken()).isEmpty();
    assertThat(applied).allSatisfy((award, times) -> assertThat(times).isOne());
  }

  private boolean call(StudentStore store) {
    Random random = ThreadLocalRandom.current();
    for (int i = 0; i < CALLS; i++) {
      String student = STUDENTS.get(random.nextInt(STUDENTS.size()));
      EmailAddress email = EmailAddress.of(ADDRESSES.get(random.nextInt(ADDRESSES.size())));
      try {
        act(store, random.nextInt(12), StudentId.of(student), email, random);
      } catch (StudentStoreException e) {
        assertThat(e).isNotInstanceOf(MalformedItemException.class);
      } catch (SdkClientException e) {
        assertThat(e).hasMessageContaining("by the test");
      } catch (TransactionCanceledException | TransactionInProgressException e) {
        assertThat(e.awsErrorDetails()).isNotNull();
      }
    }
    return true;
  }

  private void act(StudentStore store, int act, StudentId id, EmailAddress email, Random random) {
    switch (act) {
      case 0, 1, 2 -> store.create(TestTable.student(id.value(), "A", "B", email.value()));
      case 3 -> store.update(id, StudentUpdate.builder().email(email).build());
      case 4 -> store.update(id, StudentUpdate.builder().firstName(name(random)).build());
      case 5 -> store.softDelete(id);
      case 6 -> store.restore(id);
      case 7 -> {
        // Ada is never erased, so that each of her awards is applied only once.
        if (!id.value().equals("ada")) {
          store.erase(id);
        }
      }
      case 8 ->
          table.setAsLegacyClient(id.value(), "gsi1_pk", AttributeValue.fromS(email.normalized()));
      case 9 -> table.setAsLegacyClient(id.value(), "deleted", AttributeValue.fromBool(true));
      default -> {
        AwardId award = AwardId.of("award-" + random.nextInt(40));
        // An award id always has the same amount.
        long amount = award.value().hashCode() % 3 == 0 ? -1 : 2;
        if (store.awardXp(id, XpAward.of(award, amount)) == AwardOutcome.APPLIED
            && id.value().equals("ada")) {
          applied.merge(award.value(), 1, Integer::sum);
        }
      }
    }
  }

  private static PersonName name(Random random) {
    return PersonName.of("A" + random.nextInt(100));
  }

  private Wire.Fault fault(String operation) {
    int chance = ThreadLocalRandom.current().nextInt(100);
    boolean writes = operation.equals("TransactWriteItems");
    if (chance < 10) {
      return request -> Wire.loseAfter(() -> {}, request);
    }
    if (chance < 16) {
      return request -> {
        late.add(request);
        throw new IOException("request delayed by the test");
      };
    }
    if (chance < 26 && writes) {
      return Wire.answering(400, Wire.cancelled("TransactionConflict"));
    }
    if (chance < 30 && writes) {
      return Wire.answering(400, IN_PROGRESS);
    }
    return request -> {
      ExecutableHttpRequest delayed = chance < 50 ? late.poll() : null;
      if (delayed != null) {
        delayed.call();
      }
      return request.call();
    };
  }

  /** Repeats an erase whose responses were all lost, as its caller would. */
  private void finishErasing() {
    Map<String, Map<String, AttributeValue>> items = new HashMap<>(table.items());
    items.values().stream()
        .filter(item -> item.containsKey("erasing"))
        .map(item -> TestTable.text(item, "pk").substring("student#".length()))
        .forEach(id -> table.other.erase(StudentId.of(id)));
  }

  /** The limits of the default policy, without its delays. */
  private static final class NoPause implements RetryClock {

    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public void sleep(Duration delay) {
      Thread.onSpinWait();
    }
  }
}
