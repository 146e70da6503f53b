package dev.students.data.internal;

import static dev.students.data.internal.Fixtures.ADA;
import static dev.students.data.internal.Fixtures.IDENTITY;
import static dev.students.data.internal.Fixtures.NOW;
import static dev.students.data.internal.Fixtures.TABLE;
import static dev.students.data.internal.Fixtures.failed;
import static dev.students.data.internal.Fixtures.key;
import static dev.students.data.internal.Fixtures.n;
import static dev.students.data.internal.Fixtures.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.students.data.AwardId;
import dev.students.data.AwardMismatchException;
import dev.students.data.AwardOutcome;
import dev.students.data.InsufficientXpException;
import dev.students.data.MalformedItemException;
import dev.students.data.StudentNotFoundException;
import dev.students.data.XpAward;
import dev.students.data.XpLimitExceededException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

class AwardXpRequestTest {

  @Test
  void transaction_award_recordsItAndAddsTheXp() {
    Transaction transaction = award(30).transaction();
    assertThat(transaction.request()).isEqualTo(request(30, 0, XpAward.MAX_XP - 30));
    assertThat(transaction.roles()).containsExactly(ActionRole.AWARD, ActionRole.STUDENT);
  }

  @Test
  void transaction_deduction_requiresSufficientXp() {
    assertThat(award(-30).transaction().request()).isEqualTo(request(-30, 30, XpAward.MAX_XP));
  }

  @Test
  void readAward_request_isConsistent() {
    assertThat(award(30).readAward())
        .isEqualTo(
            GetItemRequest.builder()
                .tableName(TABLE)
                .key(key("student#ada", "award#quiz"))
                .consistentRead(true)
                .build());
  }

  @Test
  void answer_bothFailed_considersTheAwardFirst() {
    Cancellation both =
        failed(Map.of(ActionRole.AWARD, recorded(-30), ActionRole.STUDENT, Fixtures.deleted()));
    assertThat(award(-30).answer(both)).contains(AwardOutcome.ALREADY_APPLIED);
    assertThatThrownBy(() -> award(30).answer(both)).isInstanceOf(AwardMismatchException.class);
  }

  @Test
  void answer_onlyStudentFailed_requiresReadingTheAward() {
    Cancellation student = failed(Map.of(ActionRole.STUDENT, Fixtures.live()));
    assertThat(award(-30).answer(student)).isEmpty();
    assertThat(award(-30).answer(new Item(recorded(-30)), student))
        .isEqualTo(AwardOutcome.ALREADY_APPLIED);
  }

  @Test
  void answer_awardDoesNotExist_reportsTheStudent() {
    assertThat(refusal(-30, Fixtures.live())).isInstanceOf(InsufficientXpException.class);
    assertThat(refusal(30, Fixtures.live())).isInstanceOf(XpLimitExceededException.class);
    assertThat(refusal(30, Fixtures.deleted())).isInstanceOf(StudentNotFoundException.class);
    assertThat(refusal(30, Map.of())).isInstanceOf(StudentNotFoundException.class);
    Map<String, AttributeValue> broken = Fixtures.live();
    broken.remove("xp");
    assertThat(refusal(30, broken))
        .isInstanceOf(MalformedItemException.class)
        .hasMessage("Attribute xp of item student#ada is missing: correct it in the table");
  }

  private static Throwable refusal(long amount, Map<String, AttributeValue> student) {
    return catchThrowable(
        () ->
            award(amount).answer(new Item(Map.of()), failed(Map.of(ActionRole.STUDENT, student))));
  }

  private static AwardXp award(long amount) {
    return new AwardXp(TABLE, ADA, XpAward.of(AwardId.of("quiz"), amount), IDENTITY);
  }

  private static Map<String, AttributeValue> recorded(long amount) {
    Map<String, AttributeValue> item = new HashMap<>(key("student#ada", "award#quiz"));
    item.put("entityType", s("xpAward"));
    item.put("amount", n(amount));
    item.put("awardedAt", s(NOW.toString()));
    return item;
  }

  private static TransactWriteItemsRequest request(long amount, long least, long most) {
    return TransactWriteItemsRequest.builder()
        .clientRequestToken("token")
        .transactItems(
            TransactWriteItem.builder()
                .put(
                    put ->
                        put.tableName(TABLE)
                            .item(recorded(amount))
                            .conditionExpression("attribute_not_exists(pk)")
                            .returnValuesOnConditionCheckFailure("ALL_OLD"))
                .build(),
            TransactWriteItem.builder()
                .update(
                    update ->
                        update
                            .tableName(TABLE)
                            .key(key("student#ada"))
                            .updateExpression("ADD xp :amount")
                            .conditionExpression(
                                "xp BETWEEN :least AND :most AND"
                                    + " (attribute_not_exists(deleted) OR deleted = :no)")
                            .expressionAttributeValues(
                                Map.of(
                                    ":amount", n(amount),
                                    ":least", n(least),
                                    ":most", n(most),
                                    ":no", AttributeValue.fromBool(false)))
                            .returnValuesOnConditionCheckFailure("ALL_OLD"))
                .build())
        .build();
  }
}
