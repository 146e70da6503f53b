package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EraseTest {

  private static final StudentId ID = StudentId.of("ada");

  private final TestTable table = new TestTable();

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void nothingOfAnErasedStudentIsLeftAndNobodyElseIsTouched() {
    table.store.create(TestTable.ada());
    table.store.create(TestTable.student("ada2", "Eve", "E", "eve@x.org"));
    for (String student : new String[] {"ada", "ada2"}) {
      table.store.awardXp(StudentId.of(student), XpAward.of(AwardId.of("quiz"), 5));
    }
    table.store.erase(ID);
    assertThat(table.keys())
        .containsExactly("email#eve@x.org", "student#ada2/award#quiz", "student#ada2");
    assertThat(table.store.findById(ID, FindOption.INCLUDE_DELETED)).isEmpty();
    table.store.erase(ID);
    assertThat(table.store.create(TestTable.ada()).version()).isEqualTo(1);
  }

  @Test
  void moreAwardsThanATransactionTakesAreErased() {
    table.store.create(TestTable.ada());
    for (int i = 0; i < 205; i++) {
      table.other.awardXp(ID, XpAward.of(AwardId.of("award-" + i), 1));
    }
    assertThat(table.keys()).hasSize(207);
    table.wire.forget();
    table.store.erase(ID);
    assertThat(table.keys()).isEmpty();
    assertThat(table.wire.operations())
        .containsExactly(
            "GetItem",
            "TransactWriteItems",
            "Query",
            "TransactWriteItems",
            "Query",
            "TransactWriteItems",
            "Query",
            "TransactWriteItems");
  }

  @Test
  void aStudentThatChangesMeanwhileIsErasedAsItIsThen() {
    table.store.create(TestTable.ada());
    table.wire.beforeWrite(
        () ->
            table.other.update(
                ID, StudentUpdate.builder().email(EmailAddress.of("new@x.org")).build()));
    table.store.erase(ID);
    assertThat(table.keys()).isEmpty();
  }

  @Test
  void aDeletedStudentsFormerAddressStaysWithWhoTookIt() {
    table.store.create(TestTable.ada());
    table.store.softDelete(ID);
    table.store.create(TestTable.student("eve", "Eve", "E", "ada@example.org"));
    table.store.erase(ID);
    assertThat(table.keys()).containsExactly("email#ada@example.org", "student#eve");
  }

  @Test
  void anOlderStudentsAddressThatAnotherHoldsStaysWithIt() {
    table.putOld("ada", "ada@example.org");
    table.store.create(TestTable.student("eve", "Eve", "E", "ada@example.org"));
    table.wire.forget();
    table.store.erase(ID);
    assertThat(table.keys()).containsExactly("email#ada@example.org", "student#eve");
    assertThat(table.pause.slept).isEmpty();
  }

  @Test
  void anOlderStudentIsErasedWhoseAddressIsTooLongForAKey() {
    table.putOld("ada", "a".repeat(1_100) + "@x.org");
    table.store.erase(ID);
    assertThat(table.keys()).isEmpty();
  }

  @Test
  void awardsLeftWithoutTheirStudentAreErased() {
    table.store.create(TestTable.ada());
    for (int i = 0; i < 101; i++) {
      table.other.awardXp(ID, XpAward.of(AwardId.of("award-" + i), 1));
    }
    table.remove("student#ada");
    table.store.erase(ID);
    assertThat(table.keys()).containsExactly("email#ada@example.org");
  }

  @Test
  void aStudentThatIsCreatedAmongThemStopsItUntilItIsErasedItself() {
    table.store.create(TestTable.ada());
    table.store.awardXp(ID, XpAward.of(AwardId.of("quiz"), 5));
    table.remove("student#ada");
    table.wire.beforeWrite(() -> table.other.create(TestTable.ada()));
    table.store.erase(ID);
    assertThat(table.keys()).isEmpty();
    assertThat(table.pause.slept).hasSize(1);
  }

  @Test
  void twoThatEraseAtOnceAreBothDone() {
    table.store.create(TestTable.ada());
    table.store.awardXp(ID, XpAward.of(AwardId.of("quiz"), 5));
    table.wire.pass().beforeWrite(() -> table.other.erase(ID));
    table.store.erase(ID);
    assertThat(table.keys()).isEmpty();
  }

  @Test
  void aStudentBeingErasedIsNowhere() {
    table.store.create(TestTable.ada());
    table.store.awardXp(ID, XpAward.of(AwardId.of("quiz"), 5));
    table.wire.pass().answer(DENIED);
    assertThatThrownBy(() -> table.store.erase(ID)).hasMessageContaining("not yours");
    assertThat(table.keys()).containsExactly("student#ada/award#quiz", "student#ada");
    assertThat(table.item("student#ada"))
        .containsOnlyKeys("pk", "sk", "entityType", "deleted", "erasing");

    assertThat(table.store.findById(ID, FindOption.INCLUDE_DELETED)).isEmpty();
    assertThatThrownBy(() -> table.store.restore(ID)).isInstanceOf(StudentNotFoundException.class);
    assertThatThrownBy(() -> table.store.awardXp(ID, XpAward.of(AwardId.of("new"), 5)))
        .isInstanceOf(StudentNotFoundException.class);
    assertThatThrownBy(() -> table.store.create(TestTable.ada()))
        .isInstanceOf(StudentExistsException.class);

    table.store.erase(ID);
    assertThat(table.keys()).isEmpty();
  }

  private static final String DENIED =
      """
      {"__type":"com.amazon.coral.service#AccessDeniedException","Message":"not yours"}""";
}
