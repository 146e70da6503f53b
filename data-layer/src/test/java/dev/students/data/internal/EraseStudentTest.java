package dev.students.data.internal;

import static dev.students.data.internal.Fixtures.ADA;
import static dev.students.data.internal.Fixtures.STAMP;
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
          "erasing", yes());

  private final EraseStudent erase = new EraseStudent(TABLE, ADA);

  @Test
  void theMarkTakesThePlaceOfTheStudentAsReadAndItsAddressIsFreed() {
    assertThat(erase.mark(new Item(Fixtures.live()), Set.of(), STAMP))
        .isEqualTo(
            transaction(
                List.of(Part.STUDENT, Part.RELEASE),
                TransactWriteItem.builder()
                    .put(
                        put ->
                            put.tableName(TABLE)
                                .item(MARK)
                                .conditionExpression(
                                    "attribute_exists(pk) AND version = :read_version"
                                        + " AND gsi1_pk = :read_gsi1_pk"
                                        + " AND attribute_not_exists(deleted)"
                                        + " AND attribute_not_exists(erasing)")
                                .expressionAttributeValues(
                                    Map.of(
                                        ":read_version", n(3),
                                        ":read_gsi1_pk", s("ada@example.org"))))
                    .build(),
                new Reservation(TABLE, "ada@example.org", ADA).release().item()));
  }

  @Test
  void anAddressThatIsNotTheStudentsAnyMoreIsLeftAlone() {
    assertThat(erase.mark(new Item(Fixtures.deleted()), Set.of(), STAMP).parts())
        .containsExactly(Part.STUDENT);
    assertThat(erase.mark(new Item(Fixtures.older()), Set.of(Part.RELEASE), STAMP).parts())
        .containsExactly(Part.STUDENT);
  }

  @Test
  void aMalformedStudentCanBeErased() {
    Map<String, AttributeValue> broken = Fixtures.older();
    broken.remove("firstName");
    broken.put("email", n(1));
    broken.put("gsi1_pk", s("No Address"));
    assertThat(erase.mark(new Item(broken), Set.of(), STAMP).request().transactItems().get(1))
        .isEqualTo(new Reservation(TABLE, "no address", ADA).release().item());
  }

  @Test
  void onlyTheMarkIsAMark() {
    assertThat(erase.isMarked(new Item(MARK))).isTrue();
    assertThat(erase.isMarked(new Item(Fixtures.deleted()))).isFalse();
    assertThat(StudentItem.read(new Item(MARK))).isEmpty();
  }

  @Test
  void awardsGoWhileTheMarkIsThere() {
    assertThat(erase.removeMarked(List.of(new Item(AWARD)), false, STAMP))
        .isEqualTo(
            transaction(
                List.of(Part.STUDENT, Part.AWARD),
                TransactWriteItem.builder()
                    .conditionCheck(
                        check ->
                            check
                                .tableName(TABLE)
                                .key(key("student#ada"))
                                .conditionExpression("erasing = :yes")
                                .expressionAttributeValues(Map.of(":yes", yes())))
                    .build(),
                deleteAward()));
  }

  @Test
  void theMarkGoesWithTheLastOfThem() {
    assertThat(erase.removeMarked(List.of(new Item(AWARD)), true, STAMP))
        .isEqualTo(
            transaction(
                List.of(Part.STUDENT, Part.AWARD),
                TransactWriteItem.builder()
                    .delete(
                        delete ->
                            delete
                                .tableName(TABLE)
                                .key(key("student#ada"))
                                .conditionExpression("erasing = :yes")
                                .expressionAttributeValues(Map.of(":yes", yes())))
                    .build(),
                deleteAward()));
  }

  @Test
  void leftOverAwardsGoWhileThereIsNoStudent() {
    assertThat(erase.removeLeftOver(List.of(new Item(AWARD)), STAMP))
        .isEqualTo(
            transaction(
                List.of(Part.STUDENT, Part.AWARD),
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

  private static Transaction transaction(List<Part> parts, TransactWriteItem... items) {
    return new Transaction(
        TransactWriteItemsRequest.builder()
            .clientRequestToken("token")
            .transactItems(items)
            .build(),
        parts);
  }
}
