package dev.students.data.internal;

import static dev.students.data.internal.Fixtures.ADA;
import static dev.students.data.internal.Fixtures.NOW;
import static dev.students.data.internal.Fixtures.STAMP;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

class CreateStudentTest {

  private static final NewStudent WANTED =
      NewStudent.of(
          PersonName.of("Ada"), PersonName.of("Lovelace"), EmailAddress.of("Ada@Example.org"));
  private static final CreateStudent CREATE = CreateStudent.of(TABLE, WANTED.withId(ADA), STAMP);

  @Test
  void putsTheStudentAndClaimsTheAddressInOneTransaction() {
    assertThat(CREATE.transaction())
        .isEqualTo(
            new Transaction(
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
                        new Reservation(TABLE, "ada@example.org", ADA).claim().item())
                    .build(),
                List.of(Part.STUDENT, Part.CLAIM)));
  }

  @Test
  void answersWithWhatItPut() {
    assertThat(CREATE.created()).isEqualTo(Fixtures.read(item()).student());
    assertThat(CREATE.created().xp()).isZero();
  }

  @Test
  void theFingerprintTellsContentsAndStudentsApart() {
    AttributeValue fingerprint = Fingerprint.of(ADA, WANTED);
    assertThat(fingerprint).isEqualTo(Fingerprint.of(ADA, WANTED));
    assertThat(fingerprint.b().asByteArray()).hasSize(32);
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
  void theStudentIsJudgedBeforeTheAddress() {
    assertThat(CREATE.answer(Fixtures.failed(Map.of(Part.STUDENT, item(), Part.CLAIM, Map.of()))))
        .contains(CREATE.created());
    assertThatThrownBy(
            () ->
                CREATE.answer(
                    Fixtures.failed(Map.of(Part.STUDENT, Fixtures.live(), Part.CLAIM, Map.of()))))
        .isInstanceOf(StudentExistsException.class);
  }

  @Test
  void aTakenAddressAloneTellsForARandomIdOnly() {
    Cancellation taken = Fixtures.failed(Map.of(Part.CLAIM, Map.of()));
    assertThat(CREATE.answer(taken)).isEmpty();
    assertThatThrownBy(() -> CREATE.answer(new Item(Map.of())))
        .isInstanceOf(EmailTakenException.class);
    assertThatThrownBy(() -> CreateStudent.of(TABLE, WANTED, STAMP).answer(taken))
        .isInstanceOf(EmailTakenException.class);
  }

  @Test
  void anIdThatIsBeingErasedIsTaken() {
    Map<String, AttributeValue> mark = new HashMap<>(key("student#ada"));
    mark.put("deleted", Fixtures.yes());
    mark.put("erasing", Fixtures.yes());
    assertThatThrownBy(() -> CREATE.answer(new Item(mark)))
        .isInstanceOf(StudentExistsException.class);
    mark.put("fingerprint", Fingerprint.of(ADA, WANTED));
    assertThatThrownBy(() -> CREATE.answer(new Item(mark)))
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
    return item;
  }
}
