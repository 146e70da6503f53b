package dev.students.data.internal;

import static dev.students.data.internal.Fixtures.ADA;
import static dev.students.data.internal.Fixtures.TABLE;
import static dev.students.data.internal.Fixtures.ada;
import static dev.students.data.internal.Fixtures.key;
import static dev.students.data.internal.Fixtures.n;
import static dev.students.data.internal.Fixtures.s;
import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.EmailAddress;
import dev.students.data.FindOption;
import dev.students.data.Student;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Compares the complete requests of the operations that only read. */
class ReadRequestTest {

  @Test
  void findById_request_isConsistentByDefault() {
    assertThat(find().request())
        .isEqualTo(
            GetItemRequest.builder()
                .tableName(TABLE)
                .key(key("student#ada"))
                .consistentRead(true)
                .build());
    assertThat(find(FindOption.EVENTUALLY_CONSISTENT).request())
        .isEqualTo(
            GetItemRequest.builder()
                .tableName(TABLE)
                .key(key("student#ada"))
                .consistentRead(false)
                .build());
  }

  @Test
  void findById_deletedStudent_isFoundOnlyWithTheOption() {
    Item deleted = new Item(Fixtures.deleted());
    assertThat(find().answer(deleted)).isEmpty();
    assertThat(find(FindOption.INCLUDE_DELETED).answer(deleted))
        .contains(Fixtures.read(Fixtures.deleted()).student());
    assertThat(find().answer(new Item(Fixtures.live()))).contains(ada());
    assertThat(find(FindOption.INCLUDE_DELETED).answer(new Item(Map.of()))).isEmpty();
  }

  @Test
  void findByEmail_request_hasNoLimitOrFilter() {
    assertThat(new FindByEmail(TABLE, EmailAddress.of("ADA@Example.org")).request())
        .isEqualTo(
            QueryRequest.builder()
                .tableName(TABLE)
                .indexName("gsi1")
                .keyConditionExpression("gsi1_pk = :email")
                .expressionAttributeValues(Map.of(":email", s("ada@example.org")))
                .build());
  }

  @Test
  void findByEmail_malformedDeletedStudent_isSkipped() {
    Map<String, AttributeValue> broken = new HashMap<>(key("student#broken"));
    broken.put("deleted", Fixtures.yes());
    FindByEmail find = new FindByEmail(TABLE, EmailAddress.of("ada@example.org"));
    assertThat(student(find, List.of(new Item(broken), new Item(Fixtures.live())))).contains(ada());
  }

  @Test
  void findByEmail_laggingIndex_findsTheLastHolder() {
    Map<String, AttributeValue> former = Fixtures.live();
    former.put("updatedAt", s("2025-12-31T23:59:59.999Z"));
    Map<String, AttributeValue> unclaimed = Fixtures.legacy();
    for (Map<String, AttributeValue> other : List.of(former, unclaimed)) {
      other.put("pk", s("student#aaa"));
      FindByEmail find = new FindByEmail(TABLE, EmailAddress.of("ada@example.org"));
      assertThat(student(find, List.of(new Item(other), new Item(Fixtures.live()))))
          .contains(ada());
      assertThat(student(find, List.of(new Item(Fixtures.live()), new Item(other))))
          .contains(ada());
    }
  }

  @Test
  void awards_request_queriesThemAndTheStudentAfterThem() {
    for (boolean consistent : new boolean[] {true, false}) {
      assertThat(new ListAwards(TABLE, ADA, consistent).request())
          .isEqualTo(
              query("pk = :student AND sk BETWEEN :award AND :student").toBuilder()
                  .consistentRead(consistent)
                  .build());
    }
  }

  @Test
  void nextAwards_request_isLimitedToOneTransaction() {
    assertThat(new EraseStudent(TABLE, ADA).nextAwards())
        .isEqualTo(
            query("pk = :student AND begins_with(sk, :award)").toBuilder()
                .projectionExpression("pk, sk")
                .consistentRead(true)
                .limit(99)
                .build());
  }

  @Test
  void read_emailDiffersFromTheIndexKey_usesTheKeyAndIsNotReserved() {
    Map<String, AttributeValue> item = Fixtures.live();
    item.put("gsi1_pk", s("moved@example.org"));
    item.put("xp", n(0));
    StudentItem read = Fixtures.read(item);
    assertThat(read.student().email()).isEqualTo(EmailAddress.of("moved@example.org"));
    assertThat(read.holdsReservation()).isFalse();
    assertThat(read.reservedForms()).containsExactly("ada@example.org");
    assertThat(Fixtures.read(Fixtures.live()).holdsReservation()).isTrue();
    assertThat(Fixtures.read(Fixtures.deleted()).holdsReservation()).isFalse();
    assertThat(Fixtures.read(Fixtures.legacy()).holdsReservation()).isFalse();
    assertThat(Fixtures.read(Fixtures.legacy()).reservedForms()).containsExactly("ada@example.org");
  }

  private static Optional<Student> student(FindByEmail find, List<Item> items) {
    return find.answer(items).student();
  }

  private static FindById find(FindOption... options) {
    return new FindById(TABLE, ADA, Set.of(options));
  }

  private static QueryRequest query(String condition) {
    return QueryRequest.builder()
        .tableName(TABLE)
        .keyConditionExpression(condition)
        .expressionAttributeValues(Map.of(":student", s("student#ada"), ":award", s("award#")))
        .build();
  }
}
