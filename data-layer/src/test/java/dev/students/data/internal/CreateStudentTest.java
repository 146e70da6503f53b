package dev.students.data.internal;

import static dev.students.data.internal.Fixtures.ADA;
import static dev.students.data.internal.Fixtures.IDENTITY;
import static dev.students.data.internal.Fixtures.NOW;
import static dev.students.data.internal.Fixtures.TABLE;
import static dev.students.data.internal.Fixtures.key;
import static dev.students.data.internal.Fixtures.n;
import static dev.students.data.internal.Fixtures.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.data.EmailAddress;
import dev.students.data.EmailTakenException;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.StudentExistsException;
import dev.students.data.StudentId;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

class CreateStudentTest {

  private static final NewStudent WANTED =
      NewStudent.of(
          PersonName.of("Ada"), PersonName.of("Lovelace"), EmailAddress.of("Ada@Example.org"));
  private static final CreateStudent CREATE = CreateStudent.of(TABLE, WANTED.withId(ADA), IDENTITY);

  @Test
  void write_student_putsItAndReservesTheEmail() {
    assertThat(CREATE.write().transaction().request())
        .isEqualTo(
            TransactWriteItemsRequest.builder()
                .clientRequestToken("token")
                .transactItems(
                    TransactWriteItem.builder()
                        .put(
                            put ->
                                put.tableName(TABLE)
                                    .item(item())
                                    .conditionExpression("attribute_not_exists(pk)")
                                    .returnValuesOnConditionCheckFailure("ALL_OLD"))
                        .build(),
                    Fixtures.claim("ada@example.org").item())
                .build());
    assertThat(CREATE.write().transaction().roles())
        .containsExactly(ActionRole.STUDENT, ActionRole.CLAIM);
  }

  @Test
  void write_answer_equalsTheStudentPut() {
    assertThat(CREATE.write().answer()).isEqualTo(Fixtures.read(item()).student());
    assertThat(CREATE.write().answer().xp()).isZero();
  }

  @Test
  void fingerprint_differentContentOrStudent_differs() {
    AttributeValue fingerprint = Fingerprint.of(ADA, WANTED);
    assertThat(fingerprint).isEqualTo(Fingerprint.of(ADA, WANTED));
    assertThat(Base64.getDecoder().decode(fingerprint.s())).hasSize(32);
    assertThat(Fingerprint.of(StudentId.of("eve"), WANTED)).isNotEqualTo(fingerprint);
    for (NewStudent other :
        List.of(
            wanted("AdaL", "ovelace", "Ada@Example.org"),
            wanted("Ada", "LovelaceA", "da@Example.org"),
            wanted("Ada", "Lovelace", "ada@Example.org"))) {
      assertThat(Fingerprint.of(ADA, other)).isNotEqualTo(fingerprint);
    }
  }

  @Test
  void answer_bothFailed_considersTheStudentFirst() {
    assertThat(
            CREATE.answer(
                Fixtures.failed(Map.of(ActionRole.STUDENT, item(), ActionRole.CLAIM, Map.of()))))
        .contains(CREATE.write().answer());
    assertThatThrownBy(
            () ->
                CREATE.answer(
                    Fixtures.failed(
                        Map.of(ActionRole.STUDENT, Fixtures.live(), ActionRole.CLAIM, Map.of()))))
        .isInstanceOf(StudentExistsException.class);
  }

  @Test
  void answer_onlyEmailTaken_isFinalOnlyForARandomId() {
    Cancellation taken = Fixtures.failed(Map.of(ActionRole.CLAIM, Map.of()));
    assertThat(CREATE.answer(taken)).isEmpty();
    assertThatThrownBy(() -> CREATE.answer(new Item(Map.of())))
        .isInstanceOf(EmailTakenException.class);
    assertThatThrownBy(() -> CreateStudent.of(TABLE, WANTED, IDENTITY).answer(taken))
        .isInstanceOf(EmailTakenException.class);
  }

  @Test
  void answer_idBeingErased_isTaken() {
    Map<String, AttributeValue> mark = new HashMap<>(key("student#ada"));
    mark.put("deleted", Fixtures.yes());
    mark.put("erasing", Fixtures.yes());
    assertThatThrownBy(() -> CREATE.answer(new Item(mark)))
        .isInstanceOf(StudentExistsException.class);
    mark.put("fingerprint", Fingerprint.of(ADA, WANTED));
    assertThatThrownBy(() -> CREATE.answer(new Item(mark)))
        .isInstanceOf(StudentExistsException.class);
  }

  @Test
  void fingerprint_binaryOfAnEarlierVersion_isRecognized() {
    Map<String, AttributeValue> item = item();
    byte[] hash = Base64.getDecoder().decode(Fingerprint.of(ADA, WANTED).s());
    item.put("fingerprint", AttributeValue.fromB(SdkBytes.fromByteArray(hash)));
    assertThat(CREATE.answer(new Item(item))).isEqualTo(CREATE.write().answer());
    hash[0]++;
    item.put("fingerprint", AttributeValue.fromB(SdkBytes.fromByteArray(hash)));
    assertThatThrownBy(() -> CREATE.answer(new Item(item)))
        .isInstanceOf(StudentExistsException.class);
  }

  private static NewStudent wanted(String first, String last, String email) {
    return NewStudent.of(PersonName.of(first), PersonName.of(last), EmailAddress.of(email));
  }

  private static Map<String, AttributeValue> item() {
    Map<String, AttributeValue> item = new HashMap<>(key("student#ada"));
    item.put("entityType", s("student"));
    item.put("firstName", s("Ada"));
    item.put("lastName", s("Lovelace"));
    item.put("email", s("Ada@Example.org"));
    item.put("xp", n(0));
    item.put("version", n(1));
    item.put("createdAt", s(NOW.toString()));
    item.put("updatedAt", s(NOW.toString()));
    item.put("fingerprint", Fingerprint.of(ADA, WANTED));
    item.put("gsi1_pk", s("ada@example.org"));
    item.put("gsi1_sk", s("student#ada"));
    item.putAll(IndexKeys.ofProfile(CREATE.write().answer()));
    return item;
  }
}
