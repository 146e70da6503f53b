package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.local.LocalDynamoDb;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An id is used again after its student was erased; nothing intended for the first student affects
 * the second.
 */
class IncarnationTest {

  private static final StudentId ID = StudentId.of("s-1");
  private static final NewStudent OLGA = TestTable.student("s-1", "Olga", "O", "olga@x.org");
  private static final NewStudent NINA = TestTable.student("s-1", "Nina", "N", "nina@x.org");
  private static final StudentUpdate RENAME =
      StudentUpdate.builder().firstName(PersonName.of("New")).build();

  private final TestTable table = new TestTable();
  private final StudentStore store = StudentStore.create(table.client, table.name);
  private final StudentStore other = StudentStore.create(TestTable.PLAIN, table.name);

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void restore_successorCreatedAndDeletedMeanwhile_restoresTheSuccessor() {
    Student olga = other.create(OLGA);
    other.softDelete(ID);
    table.wire.beforeWrite(() -> becomes(NINA).softDelete(ID));
    Student restored = store.restore(ID);
    assertThat(restored.email()).isEqualTo(NINA.email());
    assertThat(restored.firstName()).isEqualTo(NINA.firstName());
    assertThat(restored.version()).isNotEqualTo(olga.version());
    assertThat(store.findById(ID)).contains(restored);
    assertThat(store.findByEmail(NINA.email())).contains(restored);
    assertThat(table.keys()).containsExactly("email#nina@x.org", "student#s-1");
  }

  @Test
  void updateAndSoftDelete_successorCreatedMeanwhile_returnTheSuccessor() {
    for (Function<StudentStore, Student> change :
        List.<Function<StudentStore, Student>>of(
            it -> it.update(ID, StudentUpdate.builder().lastName(PersonName.of("Changed")).build()),
            it -> it.softDelete(ID))) {
      other.create(OLGA);
      table.wire.beforeWrite(() -> becomes(NINA));
      Student changed = change.apply(store);
      assertThat(changed.firstName()).isEqualTo(NINA.firstName());
      assertThat(changed.email()).isEqualTo(NINA.email());
      assertThat(store.findById(ID, FindOption.INCLUDE_DELETED)).contains(changed);
      other.erase(ID);
    }
  }

  @Test
  void change_versionOfThePredecessor_isStale() {
    long version = other.create(OLGA).version();
    Student nina = becomes(NINA).findById(ID).orElseThrow();
    for (long read : new long[] {version, version + 1}) {
      assertStale(() -> store.update(ID, at(read)));
      assertStale(() -> store.softDelete(ID, read));
      assertStale(() -> store.restore(ID, read));
    }
    Student deleted = store.softDelete(ID, nina.version());
    assertStale(() -> store.softDelete(ID, version));
    assertStale(() -> store.restore(ID, version));
    assertThat(store.restore(ID, deleted.version()).firstName()).isEqualTo(NINA.firstName());
  }

  @Test
  void update_versionOfAChangedLegacyPredecessor_isStale() {
    table.putLegacy("s-1", "olga@x.org");
    long version = other.update(ID, RENAME).version();
    other.erase(ID);
    table.putLegacy("s-1", "nina@x.org");
    assertStale(() -> store.update(ID, at(version)));
    other.update(ID, RENAME);
    assertStale(() -> store.update(ID, at(version)));
  }

  @Test
  void update_legacySuccessorWithTheSameEmail_returnsTheSuccessor() {
    table.putLegacy("s-1", "shared@x.org");
    table.wire.beforeWrite(
        () -> {
          other.erase(ID);
          Map<String, AttributeValue> nina = TestTable.legacyStudent("s-1", "shared@x.org");
          nina.put("lastName", AttributeValue.fromS("N"));
          table.put(nina);
        });
    Student updated = store.update(ID, RENAME);
    assertThat(updated.lastName()).isEqualTo(PersonName.of("N"));
    assertThat(store.findById(ID)).contains(updated);
  }

  @Test
  void erase_newMarkerMeanwhile_leavesNoAwardWithoutStudent() {
    other.create(OLGA);
    // Between the query that finds no award and the deletion of the marker.
    table.wire.pass().beforeWrite(this::successorHalfErased);
    store.erase(ID);
    assertThat(table.keys()).containsExactly("student#s-1/award#quiz", "student#s-1");
    other.erase(ID);
    assertThat(table.keys()).isEmpty();
  }

  @Test
  void erase_finishedElsewhereAndIdReused_keepsTheSuccessor() {
    other.create(OLGA);
    table.wire.pass().beforeWrite(() -> becomes(NINA));
    store.erase(ID);
    assertThat(table.keys()).containsExactly("email#nina@x.org", "student#s-1");
  }

  /** Olga is erased, and of Nina the marker and an award remain. */
  private void successorHalfErased() {
    becomes(NINA).awardXp(ID, XpAward.of(AwardId.of("quiz"), 5));
    Map<String, AttributeValue> award = table.item("student#s-1", "award#quiz");
    Wire wire = new Wire(LocalDynamoDb.httpClientBuilder().build());
    try (DynamoDbClient client = TestTable.clientThrough(wire)) {
      wire.pass().answer(EraseTest.DENIED);
      assertThatThrownBy(() -> StudentStore.create(client, table.name).erase(ID))
          .hasMessageContaining("not yours");
    }
    assertThat(table.item("student#s-1", "award#quiz")).isEqualTo(award);
  }

  private StudentStore becomes(NewStudent successor) {
    other.erase(ID);
    other.create(successor);
    return other;
  }

  private static StudentUpdate at(long version) {
    return StudentUpdate.builder()
        .firstName(PersonName.of("Wrong"))
        .expectedVersion(version)
        .build();
  }

  private static void assertStale(Runnable change) {
    assertThatThrownBy(change::run).isInstanceOf(StaleVersionException.class);
  }
}
