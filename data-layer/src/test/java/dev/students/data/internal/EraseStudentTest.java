package dev.students.data.internal;

import static dev.students.data.internal.Fixtures.ADA;
import static dev.students.data.internal.Fixtures.IDENTITY;
import static dev.students.data.internal.Fixtures.TABLE;
import static dev.students.data.internal.Fixtures.key;
import static dev.students.data.internal.Fixtures.n;
import static dev.students.data.internal.Fixtures.s;
import static dev.students.data.internal.Fixtures.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

class EraseStudentTest {

  private static final Map<String, AttributeValue> AWARD = key("student#ada", "award#quiz");
  private static final Map<String, AttributeValue> MARK =
      Map.of(
          "pk", s("student#ada"),
          "sk", s("student#ada"),
          "entityType", s("student"),
          "deleted", yes(),
          "erasing", yes(),
          "version", n(1));

  private static final OptimisticLock LOCK = OptimisticLock.of(new Item(Fixtures.live()));
  private static final OptimisticLock MARK_LOCK = OptimisticLock.of(new Item(MARK));

  private final EraseStudent erase = new EraseStudent(TABLE, ADA);

  @Test
  void putMark_student_replacesItAndFreesTheEmail() {
    Transaction putMark = erase.putMark(new Item(Fixtures.live()), Dropped.NOTHING, IDENTITY);
    assertThat(putMark.roles()).containsExactly(ActionRole.STUDENT, ActionRole.RELEASE);
    assertThat(putMark.request())
        .isEqualTo(
            request(
                TransactWriteItem.builder()
                    .put(
                        put ->
                            put.tableName(TABLE)
                                .item(MARK)
                                .conditionExpression(LOCK.condition())
                                .expressionAttributeValues(LOCK.values()))
                    .build(),
                Fixtures.release("ada@example.org").item()));
  }

  @Test
  void putMark_emailFreedOrTaken_keepsTheReservation() {
    assertThat(erase.putMark(new Item(Fixtures.deleted()), Dropped.NOTHING, IDENTITY).roles())
        .containsExactly(ActionRole.STUDENT);
    assertThat(
            erase
                .putMark(
                    new Item(Fixtures.legacy()),
                    Dropped.NOTHING.andReleases(Set.of("ada@example.org")),
                    IDENTITY)
                .roles())
        .containsExactly(ActionRole.STUDENT);
  }

  @Test
  void putMark_malformedStudent_freesEveryEmailItNames() {
    Map<String, AttributeValue> broken = Fixtures.legacy();
    broken.remove("firstName");
    broken.put("email", n(1));
    broken.put("gsi1_pk", s("No Address"));
    assertThat(
            erase
                .putMark(new Item(broken), Dropped.NOTHING, IDENTITY)
                .request()
                .transactItems()
                .get(1))
        .isEqualTo(Fixtures.release("no address").item());
  }

  @Test
  void isMarked_marker_isTrue() {
    assertThat(erase.isMarked(new Item(MARK))).isTrue();
    assertThat(erase.isMarked(new Item(Fixtures.deleted()))).isFalse();
    assertThat(StudentItem.read(new Item(MARK))).isEmpty();
  }

  @Test
  void removeMarked_moreAwards_checksTheMarker() {
    assertThat(
            erase.removeMarked(new Item(MARK), List.of(new Item(AWARD)), false, IDENTITY).request())
        .isEqualTo(
            request(
                TransactWriteItem.builder()
                    .conditionCheck(
                        check ->
                            check
                                .tableName(TABLE)
                                .key(key("student#ada"))
                                .conditionExpression(MARK_LOCK.condition())
                                .expressionAttributeValues(MARK_LOCK.values()))
                    .build(),
                deleteAward()));
  }

  @Test
  void removeMarked_lastAwards_deletesTheMarker() {
    assertThat(
            erase.removeMarked(new Item(MARK), List.of(new Item(AWARD)), true, IDENTITY).request())
        .isEqualTo(
            request(
                TransactWriteItem.builder()
                    .delete(
                        delete ->
                            delete
                                .tableName(TABLE)
                                .key(key("student#ada"))
                                .conditionExpression(MARK_LOCK.condition())
                                .expressionAttributeValues(MARK_LOCK.values()))
                    .build(),
                deleteAward()));
  }

  @Test
  void removeLeftOver_awards_checksThatThereIsNoStudent() {
    assertThat(erase.removeLeftOver(List.of(new Item(AWARD)), IDENTITY).request())
        .isEqualTo(
            request(
                TransactWriteItem.builder()
                    .conditionCheck(
                        check ->
                            check
                                .tableName(TABLE)
                                .key(key("student#ada"))
                                .conditionExpression("attribute_not_exists(pk)"))
                    .build(),
                deleteAward()));
  }

  private static TransactWriteItem deleteAward() {
    return TransactWriteItem.builder().delete(delete -> delete.tableName(TABLE).key(AWARD)).build();
  }

  private static TransactWriteItemsRequest request(TransactWriteItem... items) {
    return TransactWriteItemsRequest.builder()
        .clientRequestToken("token")
        .transactItems(items)
        .build();
  }
}
