package dev.students.data.internal;

import static dev.students.data.internal.Fixtures.ADA;
import static dev.students.data.internal.Fixtures.TABLE;
import static dev.students.data.internal.Fixtures.key;
import static dev.students.data.internal.Fixtures.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

class ReservationTest {

  private static final String FREE_OR_OURS = "attribute_not_exists(pk) OR studentId = :student";

  private final Reservation reservation = new Reservation(TABLE, ADA);

  @Test
  void claim_email_putsTheReservationUnlessTaken() {
    assertThat(reservation.claim(AddressForms.of("Ada@example.org")))
        .containsExactly(
            new Action(
                ActionRole.CLAIM,
                "ada@example.org",
                TransactWriteItem.builder()
                    .put(
                        put ->
                            put.tableName(TABLE)
                                .item(
                                    Map.of(
                                        "pk", s("email#ada@example.org"),
                                        "sk", s("email#ada@example.org"),
                                        "entityType", s("emailReservation"),
                                        "studentId", s("ada")))
                                .conditionExpression(FREE_OR_OURS)
                                .expressionAttributeValues(Map.of(":student", s("ada"))))
                    .build()));
  }

  @Test
  void release_email_deletesTheReservationUnlessTaken() {
    assertThat(reservation.release(List.of("ada@example.org"), Dropped.NOTHING))
        .containsExactly(
            new Action(
                ActionRole.RELEASE,
                "ada@example.org",
                TransactWriteItem.builder()
                    .delete(
                        delete ->
                            delete
                                .tableName(TABLE)
                                .key(key("email#ada@example.org"))
                                .conditionExpression(FREE_OR_OURS)
                                .expressionAttributeValues(Map.of(":student", s("ada"))))
                    .build()));
  }

  @Test
  void claim_emailWhoseFormsDiffer_checksTheOtherForm() {
    List<Action> actions = reservation.claim(AddressForms.of("Straße@example.org"));
    assertThat(actions)
        .extracting(Action::role, Action::address)
        .containsExactly(
            tuple(ActionRole.CLAIM, "strasse@example.org"),
            tuple(ActionRole.CLAIM, "straße@example.org"));
    assertThat(actions.get(0).item().put().item().get("pk"))
        .isEqualTo(s("email#strasse@example.org"));
    assertThat(actions.get(1).item().delete().key()).isEqualTo(key("email#straße@example.org"));
    assertThat(actions.get(1).item().delete().conditionExpression()).isEqualTo(FREE_OR_OURS);
  }

  @Test
  void release_droppedForm_isOmitted() {
    assertThat(
            reservation.release(
                List.of("a@x.org", "b@x.org"), Dropped.NOTHING.andReleases(Set.of("a@x.org"))))
        .containsExactly(Fixtures.release("b@x.org"));
  }
}
