package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;

/** Awards to many students in one call. */
class AwardManyTest {

  private static final String TRANSACTION = "TransactWriteItems";

  private final TestTable table = new TestTable();
  private final StudentStore store = table.store;

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void awardXp_fiftyStudents_takeOneTransaction() {
    List<StudentAward> quiz = quiz(101);
    assertThat(told(quiz, 2)).hasSize(101).allSatisfy(each -> assertThat(each).endsWith("APPLIED"));
    assertThat(table.wire.operations()).hasSize(3).containsOnly(TRANSACTION);
    assertThat(xpOf("s100")).isEqualTo(12);
    table.wire.forget();
    assertThat(told(quiz, 1)).allSatisfy(each -> assertThat(each).endsWith(" ALREADY_APPLIED"));
    assertThat(table.wire.operations()).hasSize(3).containsOnly(TRANSACTION);
    assertThat(xpOf("s0")).isEqualTo(12);
  }

  @Test
  void awardXp_mixedOutcomes_areReportedForEachAward() {
    quiz(6);
    table.other.awardXp(StudentId.of("s0"), award("quiz", 5));
    table.other.awardXp(StudentId.of("s1"), award("quiz", 6));
    table.other.softDelete(StudentId.of("s3"));
    List<StudentAward> awards =
        List.of(
            of("s5", "quiz", 5),
            of("s0", "quiz", 5),
            of("s1", "quiz", 5),
            of("s2", "fine", -8),
            of("s3", "quiz", 5),
            of("nobody", "quiz", 5),
            of("s4", "quiz", 5),
            of("s4", "more", -12),
            of("s0", "bonus", 1));
    assertThat(told(awards, 4))
        .containsExactly(
            "s5 quiz APPLIED",
            "s0 quiz ALREADY_APPLIED",
            "s1 quiz AwardMismatchException 6",
            "s2 fine InsufficientXpException 7",
            "s3 quiz StudentNotFoundException",
            "nobody quiz StudentNotFoundException",
            "s4 quiz APPLIED",
            "s4 more APPLIED",
            "s0 bonus APPLIED");
    assertThat(Stream.of("s0", "s1", "s2", "s4", "s5").map(this::xpOf))
        .containsExactly(13L, 13L, 7L, 0L, 12L);
    // One transaction for all, one without the settled students, and a read of the awards for three
    // of them.
    assertThat(table.wire.operations())
        .containsExactly(TRANSACTION, "Query", "Query", "Query", TRANSACTION);
  }

  @Test
  void awardXp_conflictOfOneStudent_doesNotDelayTheOthers() {
    List<StudentAward> quiz = quiz(3);
    table.wire.cancel("None", "None", "None", "TransactionConflict", "None", "None");
    assertThat(told(quiz, 1))
        .containsExactly("s0 quiz APPLIED", "s1 quiz APPLIED", "s2 quiz APPLIED");
    assertThat(table.wire.sent()).hasSize(3);
    assertThat(table.wire.sent().get(1).body()).doesNotContain("student#s1");
    assertThat(table.wire.sent().get(2).body()).doesNotContain("student#s0").contains("student#s1");
    assertThat(table.pause.slept).isEmpty();
  }

  @Test
  void awardXp_sameAwardInFlight_isNotDecidedByTheStudent() {
    quiz(2);
    // The other caller's transaction is applied after this one was evaluated and s1 got its award.
    table.wire.cancel("TransactionConflict", "ConditionalCheckFailed", "None", "None").pass();
    table.wire.beforeWrite(() -> table.other.awardXp(StudentId.of("s0"), award("spent", -7)));
    assertThat(told(List.of(of("s0", "spent", -7), of("s1", "quiz", 5)), 1))
        .containsExactly("s0 spent ALREADY_APPLIED", "s1 quiz APPLIED");
  }

  @Test
  void awardXp_reasonsMissingOrEmpty_triesEachStudentSeparately() {
    List<StudentAward> quiz = quiz(2);
    table.wire.cancel("None", "None", "None", "None");
    assertThat(told(quiz, 1)).containsExactly("s0 quiz APPLIED", "s1 quiz APPLIED");
    List<StudentAward> next = List.of(of("s0", "next", 1), of("s1", "next", 1));
    table.wire.cancel();
    assertThat(told(next, 1)).containsExactly("s0 next APPLIED", "s1 next APPLIED");
    assertThat(table.wire.operations()).hasSize(6);
  }

  @Test
  void awardXp_failureOfAws_isUnknownForThatTransactionOnly() {
    List<StudentAward> quiz = quiz(51);
    for (int attempt = 0; attempt < TestTable.SDK_ATTEMPTS; attempt++) {
      table.wire.loseResponse(() -> {});
    }
    List<String> told = told(quiz, 1);
    assertThat(told.subList(0, 50))
        .allSatisfy(each -> assertThat(each).endsWith("unknown: SdkClientException"));
    assertThat(told.get(50)).isEqualTo("s50 quiz APPLIED");
    assertThat(told(quiz, 1)).allSatisfy(each -> assertThat(each).endsWith("ALREADY_APPLIED"));
  }

  @Test
  void awardXp_oneAwardRejectedByAws_isTheOnlyUnknown() {
    List<StudentAward> quiz = quiz(2);
    table.wire.cancel("ValidationError", "None", "None", "None");
    table.wire.pass();
    table.wire.cancel("ValidationError", "None");
    assertThat(told(quiz, 1))
        .containsExactly("s0 quiz unknown: TransactionCanceledException", "s1 quiz APPLIED");
  }

  @Test
  void awardXp_endlessConflictsOfOneStudent_failOnlyThatStudent() {
    quiz(2);
    // Found with XP that would do, each time.
    String contended = Wire.cancelledByStudent("s0", 7);
    table.wire.cancel("TransactionConflict", "None", "TransactionConflict", "None");
    for (int i = 0; i < 10; i++) {
      table.wire.answer(contended);
    }
    for (int i = 0; i < 9; i++) {
      table.wire.cancel("TransactionConflict");
    }
    assertThat(told(List.of(of("s0", "quiz", 5), of("s1", "quiz", 5)), 1))
        .containsExactly("s0 quiz ContentionException", "s1 quiz APPLIED");
    assertThat(table.pause.slept).hasSize(18);
  }

  @Test
  void awardXp_conflictOfOneStudent_resendsIdenticalBytes() {
    quiz(1);
    table.wire.cancel("TransactionConflict", "None");
    assertThat(told(List.of(of("s0", "quiz", 5)), 1)).containsExactly("s0 quiz APPLIED");
    assertThat(table.wire.sent()).hasSize(2).containsOnly(table.wire.sent().get(0));
  }

  @Test
  void awardXp_repeatedAwardWhoseFirstIsUnknown_isUnknownAndNotSent() {
    quiz(1);
    for (int attempt = 0; attempt < TestTable.SDK_ATTEMPTS; attempt++) {
      table.wire.loseResponse(() -> {});
    }
    assertThat(told(List.of(of("s0", "a", 1), of("s0", "a", 1)), 1))
        .containsOnly("s0 a unknown: SdkClientException");
    assertThat(table.wire.operations()).hasSize(TestTable.SDK_ATTEMPTS);
  }

  @Test
  void awardXp_givenConcurrency_usesDaemonThreadsOrTheCaller() {
    Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    table.wire.otherwise(
        operation ->
            request -> {
              threads.add(Thread.currentThread());
              return request.call();
            });
    List<StudentAward> quiz = quiz(51);
    told(quiz, 1);
    told(quiz.subList(0, 50), 2);
    assertThat(threads).hasSize(3).containsOnly(Thread.currentThread());
    threads.clear();
    told(quiz, 2);
    assertThat(threads)
        .hasSize(2)
        .doesNotContain(Thread.currentThread())
        .allMatch(Thread::isDaemon);
  }

  @Test
  void awardXp_defect_isThrown() {
    IllegalStateException defect = new IllegalStateException("by the test");
    StudentStore broken =
        StudentStore.builder(table.client, table.name)
            .clock(
                () -> {
                  throw defect;
                })
            .build();
    List<StudentAward> quiz = quiz(51);
    for (int concurrency : new int[] {1, 2}) {
      assertThatThrownBy(() -> broken.awardXp(quiz, concurrency)).isSameAs(defect);
    }
  }

  @Test
  void awardXp_repeatedInOneCall_isAppliedOnce() {
    quiz(2);
    assertThat(
            told(
                List.of(of("s0", "a", 1), of("s1", "a", 1), of("s0", "a", 1), of("s1", "a", 2)), 2))
        .containsExactly(
            "s0 a APPLIED",
            "s1 a APPLIED",
            "s0 a ALREADY_APPLIED",
            "s1 a AwardMismatchException 1");
  }

  @Test
  void awardXp_sameAwardsFromTwoCallers_areAppliedOnceInAll() {
    List<StudentAward> quiz = quiz(60);
    List<StudentAward> backwards = new ArrayList<>(quiz);
    Collections.reverse(backwards);
    CompletableFuture<List<String>> others =
        CompletableFuture.supplyAsync(() -> texts(table.other.awardXp(backwards, 2)));
    List<String> told = new ArrayList<>(told(quiz, 2));
    told.addAll(others.join());
    assertThat(told.stream().filter(each -> each.endsWith(" APPLIED"))).hasSize(60);
    assertThat(told.stream().filter(each -> each.endsWith(" ALREADY_APPLIED"))).hasSize(60);
    assertThat(xpOf("s59")).isEqualTo(12);
  }

  @Test
  void awardXp_givenConcurrency_isReachedAndNotExceeded() {
    List<StudentAward> quiz = quiz(250);
    AtomicInteger most = new AtomicInteger();
    AtomicInteger inFlight = new AtomicInteger();
    CountDownLatch three = new CountDownLatch(3);
    table.wire.otherwise(
        operation ->
            request -> {
              most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
              three.countDown();
              assertThat(awaited(three)).isTrue();
              inFlight.decrementAndGet();
              return request.call();
            });
    assertThat(told(quiz, 3)).allSatisfy(each -> assertThat(each).endsWith(" APPLIED"));
    assertThat(most).hasValue(3);
  }

  @Test
  void awardXp_interrupted_returnsPartialResultsAndStaysInterrupted() {
    List<StudentAward> quiz = quiz(151);
    Thread caller = Thread.currentThread();
    table.wire.beforeWrite(caller::interrupt);
    table.wire.otherwise(
        operation ->
            request -> {
              throw new AssertionError("sent after the interruption");
            });
    List<String> told = told(quiz, 1);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(told.subList(50, 151))
        .allSatisfy(each -> assertThat(each).endsWith("unknown: AbortedException"));
    table.wire.otherwise(operation -> ExecutableHttpRequest::call);
    table.wire.beforeWrite(caller::interrupt);
    List<String> concurrent = told(quiz, 2);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(concurrent).hasSize(151);
    assertThat(told(quiz, 2)).allSatisfy(each -> assertThat(each).endsWith("APPLIED"));
    assertThat(xpOf("s150")).isEqualTo(12);
  }

  @Test
  void awardXp_listener_isCalledForEachTransaction() {
    List<StudentAward> quiz = quiz(51);
    List<StoreCall> calls = Collections.synchronizedList(new ArrayList<>());
    table.builder().listener(calls::add).build().awardXp(quiz, 2);
    assertThat(calls)
        .extracting(call -> call.operation() + " " + call.requests())
        .containsExactly("AWARD_XP 1", "AWARD_XP 1");
  }

  @Test
  void awardXp_noAwardsOrInvalidConcurrency_makesNoRequest() {
    assertThat(store.awardXp(List.of(), 3)).isEmpty();
    assertThatThrownBy(() -> store.awardXp(List.of(), 0))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("concurrency must be 1 or more");
    assertThat(table.wire.operations()).isEmpty();
  }

  /** Creates students with 7 XP each and returns awards of 5 XP for each of them. */
  private List<StudentAward> quiz(int students) {
    return IntStream.range(0, students)
        .mapToObj(
            number -> {
              table.putLegacy("s" + number, "s" + number + "@x.org");
              return of("s" + number, "quiz", 5);
            })
        .toList();
  }

  private static StudentAward of(String student, String award, long amount) {
    return new StudentAward(StudentId.of(student), award(award, amount));
  }

  private static XpAward award(String id, long amount) {
    return XpAward.of(AwardId.of(id), amount);
  }

  private List<String> told(List<StudentAward> awards, int concurrency) {
    return texts(store.awardXp(awards, concurrency));
  }

  private static List<String> texts(List<AwardResult> results) {
    return results.stream()
        .map(result -> result.studentId().value() + " " + AwardResults.text(result))
        .toList();
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private long xpOf(String student) {
    return table.other.findById(StudentId.of(student)).orElseThrow().xp();
  }
}
