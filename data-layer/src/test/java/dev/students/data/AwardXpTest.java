package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwardXpTest {

  private static final StudentId ID = StudentId.of("ada");
  private static final XpAward QUIZ = XpAward.of(AwardId.of("quiz"), 30);
  private static final XpAward REFUND = XpAward.of(AwardId.of("refund"), -30);

  private final TestTable table = new TestTable();

  @BeforeEach
  void create() {
    table.store.create(TestTable.ada());
  }

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void awardXp_repeated_isAppliedOnce() {
    assertThat(table.store.awardXp(ID, QUIZ)).isEqualTo(AwardOutcome.APPLIED);
    assertThat(table.store.awardXp(ID, QUIZ)).isEqualTo(AwardOutcome.ALREADY_APPLIED);
    assertThat(xp()).isEqualTo(30);
    assertThat(table.store.awards(ID))
        .containsExactly(new RecordedAward(AwardId.of("quiz"), 30, TestTable.NOW));
  }

  @Test
  void awardXp_repeatedDeductionOfAllXp_isAlreadyApplied() {
    table.store.awardXp(ID, QUIZ);
    assertThat(table.store.awardXp(ID, REFUND)).isEqualTo(AwardOutcome.APPLIED);
    assertThat(table.store.awardXp(ID, REFUND)).isEqualTo(AwardOutcome.ALREADY_APPLIED);
    assertThat(xp()).isZero();
  }

  @Test
  void awardXp_repeatedAfterSoftDelete_isAlreadyApplied() {
    table.store.awardXp(ID, QUIZ);
    table.store.softDelete(ID);
    assertThat(table.store.awardXp(ID, QUIZ)).isEqualTo(AwardOutcome.ALREADY_APPLIED);
    assertThatThrownBy(() -> table.store.awardXp(ID, REFUND))
        .isInstanceOfSatisfying(
            StudentNotFoundException.class, e -> assertThat(e.studentId()).isEqualTo(ID));
  }

  @Test
  void awardXp_onlyStudentConditionReported_readsTheAward() {
    table.store.awardXp(ID, QUIZ);
    table.wire.forget();
    table.wire.cancel("None", "ConditionalCheckFailed");
    assertThat(table.store.awardXp(ID, QUIZ)).isEqualTo(AwardOutcome.ALREADY_APPLIED);
    assertThat(table.wire.operations()).containsExactly("TransactWriteItems", "GetItem");
  }

  @Test
  void awardXp_sameAwardInFlight_waitsForItsOutcome() {
    table.store.awardXp(ID, QUIZ);
    table.wire.cancel("TransactionConflict", "ConditionalCheckFailed");
    table.wire.beforeWrite(() -> table.other.awardXp(ID, REFUND));
    assertThat(table.store.awardXp(ID, REFUND)).isEqualTo(AwardOutcome.ALREADY_APPLIED);
    assertThat(table.pause.slept).hasSize(1);
    assertThat(xp()).isZero();
  }

  @Test
  void awardXp_sameIdWithDifferentAmount_isRefused() {
    table.store.awardXp(ID, QUIZ);
    assertThatThrownBy(() -> table.store.awardXp(ID, XpAward.of(AwardId.of("quiz"), 31)))
        .isInstanceOfSatisfying(
            AwardMismatchException.class,
            e -> {
              assertThat(e.appliedAmount()).isEqualTo(30);
              assertThat(e.awardId()).isEqualTo(AwardId.of("quiz"));
              assertThat(e.studentId()).isEqualTo(ID);
            });
    assertThat(xp()).isEqualTo(30);
  }

  @Test
  void awardXp_deductionAboveTheXp_isRefused() {
    table.store.awardXp(ID, QUIZ);
    assertThatThrownBy(() -> table.store.awardXp(ID, XpAward.of(AwardId.of("a"), -31)))
        .isInstanceOfSatisfying(
            InsufficientXpException.class,
            e -> {
              assertThat(e.xp()).isEqualTo(30);
              assertThat(e.studentId()).isEqualTo(ID);
            })
        .hasMessage("Student ada has 30 XP, too few for -31: deduct at most 30");
    assertThat(xp()).isEqualTo(30);
  }

  @Test
  void awardXp_aboveTheLimit_isRefused() {
    XpAward nearlyMost = XpAward.of(AwardId.of("nearly"), XpAward.MAX_XP - 5);
    assertThat(table.store.awardXp(ID, nearlyMost)).isEqualTo(AwardOutcome.APPLIED);
    assertThatThrownBy(() -> table.store.awardXp(ID, XpAward.of(AwardId.of("a"), 6)))
        .isInstanceOfSatisfying(
            XpLimitExceededException.class,
            e -> {
              assertThat(e.xp()).isEqualTo(XpAward.MAX_XP - 5);
              assertThat(e.studentId()).isEqualTo(ID);
            })
        .hasMessage(
            "Student ada has 9007199254740986 XP and 6 more would exceed 9007199254740991:"
                + " award at most 5");
    assertThat(table.store.awardXp(ID, XpAward.of(AwardId.of("a"), 5)))
        .isEqualTo(AwardOutcome.APPLIED);
    assertThat(xp()).isEqualTo(XpAward.MAX_XP);
    assertThat(table.store.awardXp(ID, XpAward.of(AwardId.of("all"), -XpAward.MAX_XP)))
        .isEqualTo(AwardOutcome.APPLIED);
    assertThat(xp()).isZero();
  }

  @Test
  void awardXp_unknownStudent_isRefusedAndWritesNothing() {
    assertThatThrownBy(() -> table.store.awardXp(StudentId.of("nobody"), QUIZ))
        .isInstanceOf(StudentNotFoundException.class);
    assertThat(table.keys()).containsExactly("email#ada@example.org", "student#ada");
  }

  @Test
  void awardXp_idsThatDifferInCase_areTwoAwards() {
    assertThat(table.store.awardXp(ID, XpAward.of(AwardId.of("Quiz"), 1)))
        .isEqualTo(AwardOutcome.APPLIED);
    assertThat(table.store.awardXp(ID, XpAward.of(AwardId.of("quiz"), 2)))
        .isEqualTo(AwardOutcome.APPLIED);
    assertThat(xp()).isEqualTo(3);
    assertThat(table.store.awards(ID))
        .extracting(award -> award.id().value())
        .containsExactly("Quiz", "quiz");
  }

  @Test
  void awardXp_applied_keepsTheVersion() {
    table.store.awardXp(ID, QUIZ);
    assertThat(table.store.findById(ID).get().version()).isEqualTo(1);
  }

  @Test
  void awardXp_legacyStudent_isApplied() {
    table.putLegacy("old", "old@x.org");
    assertThat(table.store.awardXp(StudentId.of("old"), QUIZ)).isEqualTo(AwardOutcome.APPLIED);
    assertThat(table.store.findById(StudentId.of("old")).get().xp()).isEqualTo(37);
    table.putLegacyDeleted("gone", "old@x.org");
    assertThatThrownBy(() -> table.store.awardXp(StudentId.of("gone"), QUIZ))
        .isInstanceOf(StudentNotFoundException.class);
  }

  private long xp() {
    return table.store.findById(ID).get().xp();
  }
}
