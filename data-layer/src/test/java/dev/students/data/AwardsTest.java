package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AwardsTest {

  private static final StudentId ADA = StudentId.of("ada");

  private final TestTable table = new TestTable();

  @BeforeEach
  void create() {
    table.other.create(TestTable.ada());
  }

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void awards_several_areOrderedById() {
    table.store.awardXp(ADA, XpAward.of(AwardId.of("b"), 5));
    table.store.awardXp(ADA, XpAward.of(AwardId.of("a"), 7));
    table.store.awardXp(ADA, XpAward.of(AwardId.of("c"), -2));
    Iterable<RecordedAward> awards = table.store.awards(ADA);
    assertThat(awards)
        .containsExactly(
            new RecordedAward(AwardId.of("a"), 7, TestTable.NOW),
            new RecordedAward(AwardId.of("b"), 5, TestTable.NOW),
            new RecordedAward(AwardId.of("c"), -2, TestTable.NOW));
    table.store.awardXp(ADA, XpAward.of(AwardId.of("d"), 1));
    assertThat(awards).as("second iteration").hasSize(4);
  }

  @Test
  void awards_severalPages_areReadLazily() {
    putTwoPages();
    table.wire.forget();
    Iterator<RecordedAward> awards = table.store.awards(ADA).iterator();
    assertThat(table.wire.operations()).containsExactly("GetItem");
    awards.next();
    assertThat(table.wire.operations()).containsExactly("GetItem", "Query", "GetItem");
    int count = 1;
    while (awards.hasNext()) {
      awards.next();
      count++;
    }
    assertThat(count).isEqualTo(4);
    assertThat(table.wire.operations()).containsExactly("GetItem", "Query", "GetItem", "Query");
    assertThatThrownBy(awards::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void awards_idReusedBetweenPages_areNotMixed() {
    putTwoPages();
    Iterator<RecordedAward> awards = store().awards(ADA).iterator();
    awards.next();
    store().erase(ADA);
    assertRefused(awards);
    assertRefused(awards);
    store().create(TestTable.ada());
    putTwoPages();
    assertRefused(awards);
    assertThat(store().awards(ADA)).hasSize(4);
  }

  @Test
  void awards_erasedBeforeTheOnlyPage_areRefused() {
    for (String award : new String[] {"a", "b", "c"}) {
      store().awardXp(ADA, XpAward.of(AwardId.of(award), 1));
    }
    SdkIterable<RecordedAward> awards = store().awards(ADA);
    // The student is gone, and the awards are not yet.
    table.wire.pass().answer(EraseTest.DENIED);
    assertThatThrownBy(() -> store().erase(ADA)).hasMessageContaining("not yours");
    assertRefused(awards.iterator());
    store().erase(ADA);
    assertRefused(awards.iterator());
    store().create(TestTable.ada());
    store().awardXp(ADA, XpAward.of(AwardId.of("successor"), 1));
    assertRefused(awards.iterator());
  }

  @Test
  void awards_emptyPageAtTheEnd_endsThem() {
    String key = "\"pk\":{\"S\":\"student#ada\"},\"sk\":{\"S\":\"student#ada\"}";
    String student =
        "{%s,\"firstName\":{\"S\":\"Ada\"},\"lastName\":{\"S\":\"L\"},\"xp\":{\"N\":\"0\"},\"email\":{\"S\":\"a@x\"}}"
            .formatted(key);
    // As a page that ends with the last item can be followed by one.
    AtomicInteger queries = new AtomicInteger();
    table.wire.otherwise(
        operation ->
            !operation.equals("Query")
                ? ExecutableHttpRequest::call
                : queries.getAndIncrement() == 0
                    ? Wire.answering(
                        200, "{\"Items\":[%s],\"LastEvaluatedKey\":{%s}}".formatted(student, key))
                    : Wire.answering(200, "{\"Items\":[]}"));
    table.putLegacy("ada", "a@x");
    assertThat(table.store.awards(ADA)).isEmpty();
    assertThat(table.wire.operations()).containsExactly("GetItem", "Query", "Query", "GetItem");
  }

  @Test
  void awards_otherItemsAmongThem_areLeftOut() {
    Map<String, AttributeValue> photo = new HashMap<>(table.item("student#ada"));
    photo.put("sk", AttributeValue.fromS("photo#1"));
    table.put(photo);
    table.store.awardXp(ADA, XpAward.of(AwardId.of("a"), 1));
    assertThat(table.store.awards(ADA))
        .containsExactly(new RecordedAward(AwardId.of("a"), 1, TestTable.NOW));
  }

  @Test
  void awards_studentChangedBetweenPages_continue() {
    putTwoPages();
    Iterator<RecordedAward> awards = store().awards(ADA).iterator();
    awards.next();
    store().update(ADA, StudentUpdate.builder().firstName(PersonName.of("New")).build());
    store().softDelete(ADA);
    awards.next();
    awards.next();
    assertThat(awards.next().id()).isEqualTo(AwardId.of("3"));
    assertThat(awards.hasNext()).isFalse();
  }

  @Test
  void awards_legacyStudentFirstChangedBetweenPages_continue() {
    table.putLegacy("ada", "ada@x.org");
    putTwoPages();
    Iterator<RecordedAward> awards = store().awards(ADA).iterator();
    awards.next();
    store().update(ADA, StudentUpdate.builder().firstName(PersonName.of("New")).build());
    awards.next();
    awards.next();
    assertThat(awards.next().id()).isEqualTo(AwardId.of("3"));
  }

  private static void assertRefused(Iterator<RecordedAward> awards) {
    assertThatThrownBy(
            () -> {
              while (awards.hasNext()) {
                awards.next();
              }
            })
        .isInstanceOf(StudentNotFoundException.class);
  }

  /** A store whose versions never repeat. */
  private StudentStore store() {
    return StudentStore.create(table.client, table.name);
  }

  /** Pads awards so that four of them, 350 KB each, fill two pages of at most 1 MB. */
  private void putTwoPages() {
    for (int i = 0; i < 4; i++) {
      Map<String, AttributeValue> award = new HashMap<>();
      award.put("pk", AttributeValue.fromS("student#ada"));
      award.put("sk", AttributeValue.fromS("award#" + i));
      award.put("amount", AttributeValue.fromN("1"));
      award.put("awardedAt", AttributeValue.fromS(TestTable.NOW.toString()));
      award.put("ballast", AttributeValue.fromS("x".repeat(350_000)));
      table.put(award);
    }
  }

  @Test
  void awards_none_isEmpty() {
    assertThat(table.store.awards(ADA)).isEmpty();
  }

  @Test
  void awards_unknownOrDeletedStudent_isRefused() {
    assertThatThrownBy(() -> table.store.awards(StudentId.of("nobody")))
        .isInstanceOf(StudentNotFoundException.class);
    table.store.awardXp(ADA, XpAward.of(AwardId.of("a"), 7));
    table.store.softDelete(ADA);
    assertThatThrownBy(() -> table.store.awards(ADA)).isInstanceOf(StudentNotFoundException.class);
    assertThat(table.store.awards(ADA, FindOption.INCLUDE_DELETED)).hasSize(1);
  }

  @Test
  void awards_eventuallyConsistent_makesNoConsistentRead() {
    table.wire.forget();
    assertThat(table.store.awards(ADA, FindOption.EVENTUALLY_CONSISTENT)).isEmpty();
    assertThat(table.wire.sent())
        .hasSize(2)
        .allSatisfy(sent -> assertThat(sent.body()).contains("\"ConsistentRead\":false"));
  }
}
