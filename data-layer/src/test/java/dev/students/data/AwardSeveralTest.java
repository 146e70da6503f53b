package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Several awards to one student in one call. */
class AwardSeveralTest {

  private static final StudentId ADA = StudentId.of("ada");
  private static final String TRANSACTION = "TransactWriteItems";

  private final TestTable table = new TestTable();
  private final StudentStore store = table.store;

  @BeforeEach
  void create() {
    table.other.create(TestTable.ada());
  }

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void awardXp_newAwards_areAppliedInOneTransaction() {
    assertThat(told(award("b", 5), award("a", 7), award("c", -12)))
        .containsExactly("b APPLIED", "a APPLIED", "c APPLIED");
    assertThat(table.wire.operations()).containsExactly(TRANSACTION);
    assertThat(xp()).isZero();
    assertThat(store.awards(ADA))
        .containsExactly(
            new RecordedAward(AwardId.of("a"), 7, TestTable.NOW),
            new RecordedAward(AwardId.of("b"), 5, TestTable.NOW),
            new RecordedAward(AwardId.of("c"), -12, TestTable.NOW));
  }

  @Test
  void awardXp_manyAwards_areAppliedNinetyNineAtATime() {
    List<XpAward> many =
        IntStream.range(0, 199).mapToObj(number -> award("a" + number, 1)).toList();
    List<AwardResult> results = store.awardXp(ADA, many);
    assertThat(results)
        .containsExactlyElementsOf(
            many.stream().map(each -> recorded(each, AwardOutcome.APPLIED)).toList());
    assertThat(table.wire.operations()).containsExactly(TRANSACTION, TRANSACTION, TRANSACTION);
    assertThat(xp()).isEqualTo(199);
    table.wire.forget();
    assertThat(store.awardXp(ADA, many))
        .containsExactlyElementsOf(
            many.stream().map(each -> recorded(each, AwardOutcome.ALREADY_APPLIED)).toList());
    assertThat(table.wire.operations()).containsExactly(TRANSACTION, TRANSACTION, TRANSACTION);
    assertThat(xp()).isEqualTo(199);
  }

  @Test
  void awardXp_none_makesNoRequest() {
    assertThat(store.awardXp(ADA, List.of())).isEmpty();
    assertThat(table.wire.operations()).isEmpty();
  }

  @Test
  void awardXp_someAppliedBefore_appliesOnlyTheOthers() {
    table.other.awardXp(ADA, award("quiz", 30));
    table.other.awardXp(ADA, award("essay", 20));
    assertThat(told(award("quiz", 30), award("new", 1), award("essay", 21), award("last", 2)))
        .containsExactly(
            "quiz ALREADY_APPLIED",
            "new APPLIED",
            "essay AwardMismatchException 20",
            "last APPLIED");
    assertThat(xp()).isEqualTo(53);
    assertThat(table.wire.operations()).containsExactly(TRANSACTION, TRANSACTION);
    assertThat(table.pause.slept).isEmpty();
  }

  @Test
  void awardXp_deductions_areCheckedInListOrder() {
    assertThat(told(award("a", 10), award("b", -20), award("c", 15), award("d", -25)))
        .containsExactly("a APPLIED", "b InsufficientXpException 10", "c APPLIED", "d APPLIED");
    assertThat(xp()).isZero();
    table.wire.forget();
    assertThat(told(award("e", -1), award("f", -2), award("g", 1)))
        .containsExactly("e InsufficientXpException 0", "f InsufficientXpException 0", "g APPLIED");
    // Both are refused because of what the first transaction found.
    assertThat(table.wire.operations()).containsExactly(TRANSACTION, "Query", TRANSACTION);
    assertThat(table.pause.slept).isEmpty();
  }

  @Test
  void awardXp_afterARefusal_fillsTheXpToItsLimit() {
    assertThat(told(award("d", -1), award("most", XpAward.MAX_XP)))
        .containsExactly("d InsufficientXpException 0", "most APPLIED");
    assertThat(xp()).isEqualTo(XpAward.MAX_XP);
  }

  @Test
  void awardXp_mutuallyExclusiveAmounts_areCheckedOneAfterTheOther() {
    XpAward most = award("most", XpAward.MAX_XP);
    assertThat(told(most, award("more", 1), award("all", -XpAward.MAX_XP), award("again", -1)))
        .containsExactly(
            "most APPLIED",
            "more XpLimitExceededException " + XpAward.MAX_XP,
            "all APPLIED",
            "again InsufficientXpException 0");
    assertThat(xp()).isZero();
    assertThat(told(award("up", XpAward.MAX_XP), award("down", -XpAward.MAX_XP)))
        .containsExactly("up APPLIED", "down APPLIED");
  }

  @Test
  void awardXp_sameAwardTwice_isAppliedOnce() {
    assertThat(told(award("a", 5), award("b", 1), award("a", 5), award("a", 6)))
        .containsExactly(
            "a APPLIED", "b APPLIED", "a ALREADY_APPLIED", "a AwardMismatchException 5");
    assertThat(table.wire.operations()).containsExactly(TRANSACTION);
    table.wire.forget();
    assertThat(told(award("a", 6), award("a", 5), award("a", 6)))
        .containsExactly(
            "a AwardMismatchException 5", "a ALREADY_APPLIED", "a AwardMismatchException 5");
    assertThat(table.wire.operations())
        .as("the first one's refusal tells the others")
        .containsExactly(TRANSACTION);
    assertThat(told(award("d", -10), award("e", 4), award("d", -10)))
        .as("refused at first, and possible after the others")
        .containsExactly("d InsufficientXpException 6", "e APPLIED", "d APPLIED");
    assertThat(xp()).isZero();
  }

  @Test
  void awardXp_unknownOrDeletedStudent_refusesAllButEarlierAwards() {
    table.other.awardXp(ADA, award("quiz", 30));
    table.other.softDelete(ADA);
    assertThat(told(award("a", 1), award("quiz", 30), award("b", -1)))
        .containsExactly(
            "a StudentNotFoundException", "quiz ALREADY_APPLIED", "b StudentNotFoundException");
    List<AwardResult> unknown =
        store.awardXp(StudentId.of("nobody"), List.of(award("a", 1), award("b", 2)));
    assertThat(unknown)
        .allSatisfy(
            each ->
                assertThat(((AwardResult.Refused) each).reason())
                    .isInstanceOf(StudentNotFoundException.class));
    assertThat(table.keys()).containsExactly("student#ada/award#quiz", "student#ada");
    assertThat(table.pause.slept).isEmpty();
  }

  @Test
  void awardXp_onlyStudentConditionReported_readsTheAwards() {
    table.other.awardXp(ADA, award("b", 5));
    table.other.awardXp(ADA, award("bb", 5));
    table.wire.cancel("None", "None", "None", "ConditionalCheckFailed");
    assertThat(told(award("a", 1), award("b", 5), award("c", 2)))
        .containsExactly("a APPLIED", "b ALREADY_APPLIED", "c APPLIED");
    assertThat(table.wire.operations()).containsExactly(TRANSACTION, "Query", TRANSACTION);
    assertThat(xp()).isEqualTo(13);
  }

  @Test
  void awardXp_conflict_resendsIdenticalBytes() {
    table.wire.cancel("TransactionConflict", "ConditionalCheckFailed", "None");
    table.wire.cancel("None", "None", "TransactionConflict");
    assertThat(told(award("a", 1), award("b", 2))).containsExactly("a APPLIED", "b APPLIED");
    assertThat(table.wire.sent()).hasSize(3).containsOnly(table.wire.sent().get(0));
    assertThat(table.pause.slept).hasSize(2);
  }

  @Test
  void awardXp_responseLost_isAppliedOnce() {
    table.wire.loseResponse(() -> table.other.awardXp(ADA, award("b", 2)));
    assertThat(told(award("a", 1), award("b", 2))).containsExactly("a APPLIED", "b APPLIED");
    assertThat(xp()).isEqualTo(3);
  }

  @Test
  void awardXp_everyResponseLost_throwsTheSdkExceptionAndIsRepeatable() {
    for (int attempt = 0; attempt < TestTable.SDK_ATTEMPTS; attempt++) {
      table.wire.loseResponse(() -> {});
    }
    assertThatThrownBy(() -> told(award("a", 1), award("b", 2)))
        .isExactlyInstanceOf(SdkClientException.class);
    assertThat(told(award("a", 1), award("b", 2)))
        .containsExactly("a ALREADY_APPLIED", "b ALREADY_APPLIED");
    assertThat(xp()).isEqualTo(3);
  }

  @Test
  void awardXp_cancelledForOtherReasons_throwsTheSdkException() {
    table.wire.cancel("None", "ValidationError", "None");
    assertThatThrownBy(() -> told(award("a", 1), award("b", 2)))
        .isInstanceOf(TransactionCanceledException.class)
        .hasMessageStartingWith("DynamoDB cancelled the transaction: AWARD: ValidationError");
    table.wire.cancel("None", "None", "None");
    assertThatThrownBy(() -> told(award("a", 1), award("b", 2)))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(xp()).isZero();
  }

  @Test
  void awardXp_cancelledWithoutAReasonForEach_failsAsTheSdk() {
    for (String[] reasons : new String[][] {{}, {"ConditionalCheckFailed"}, {"None", "None"}}) {
      table.wire.cancel(reasons);
      assertThatThrownBy(() -> told(award("a", 1), award("b", 2)))
          .isInstanceOf(TransactionCanceledException.class);
    }
    table.wire.answer(Wire.cancelled("", "", "").replace("\"Code\":\"\"", ""));
    assertThatThrownBy(() -> told(award("a", 1), award("b", 2)))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(xp()).isZero();
  }

  @Test
  void awardXp_refusedDespiteSufficientXp_isRetriedWithinTheLimits() {
    table.wire.answer(Wire.cancelledByStudent("ada", 0));
    assertThat(told(award("a", 1))).containsExactly("a APPLIED");
    assertThat(table.pause.slept).hasSize(1);
    for (int i = 0; i < 10; i++) {
      table.wire.answer(Wire.cancelledByStudent("ada", 0));
    }
    assertThatThrownBy(() -> told(award("b", 1))).isInstanceOf(ContentionException.class);
  }

  @Test
  void awardXp_malformedXpOrAward_isRefused() {
    Map<String, AttributeValue> student = new HashMap<>(table.item("student#ada"));
    table.other.awardXp(ADA, award("bad", 1));
    Map<String, AttributeValue> bad = new HashMap<>(table.item("student#ada", "award#bad"));
    bad.remove("amount");
    table.put(bad);
    student.remove("xp");
    table.put(student);
    assertThat(told(award("a", 1), award("bad", 1), award("b", 2)))
        .containsExactly(
            "a MalformedItemException", "bad MalformedItemException", "b MalformedItemException");
    assertThat(table.pause.slept).isEmpty();
  }

  @Test
  void awardXp_conflictsWithProgress_exceedsTheLimitsOfOneTransaction() {
    table.other.awardXp(ADA, award("a0", 1));
    List<XpAward> many =
        IntStream.range(0, 120).mapToObj(number -> award("a" + number, 1)).toList();
    // The first finds one that was recorded before, the second applies 99, the third the rest.
    for (int transaction = 0; transaction < 3; transaction++) {
      conflicts(9);
      table.wire.pass();
    }
    List<AwardResult> results = store.awardXp(ADA, many);
    assertThat(results.get(0)).isEqualTo(recorded(many.get(0), AwardOutcome.ALREADY_APPLIED));
    assertThat(results.subList(1, 120))
        .containsExactlyElementsOf(
            many.subList(1, 120).stream()
                .map(each -> recorded(each, AwardOutcome.APPLIED))
                .toList());
    assertThat(table.pause.slept).hasSize(27);
    assertThat(xp()).isEqualTo(120);
  }

  private void conflicts(int count) {
    for (int i = 0; i < count; i++) {
      table.wire.cancel("TransactionConflict");
    }
  }

  private static XpAward award(String id, long amount) {
    return XpAward.of(AwardId.of(id), amount);
  }

  private static AwardResult recorded(XpAward award, AwardOutcome outcome) {
    return new AwardResult.Recorded(ADA, award, outcome);
  }

  private List<String> told(XpAward... awards) {
    List<String> told = new ArrayList<>();
    for (AwardResult result : store.awardXp(ADA, List.of(awards))) {
      assertThat(result.studentId()).isEqualTo(ADA);
      told.add(AwardResults.text(result));
    }
    return told;
  }

  private long xp() {
    return table.other.findById(ADA).orElseThrow().xp();
  }
}
