package dev.students.data.internal;

import static dev.students.data.internal.Fixtures.ADA;
import static dev.students.data.internal.Fixtures.TABLE;
import static dev.students.data.internal.Fixtures.key;
import static dev.students.data.internal.Fixtures.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

class ReservationTest {

  private static final String FREE_OR_OURS = "attribute_not_exists(pk) OR studentId = :student";

  private final Reservation reservation = new Reservation(TABLE, "ada@example.org", ADA);

  @Test
  void aClaimPutsTheReservationUnlessItIsAnothers() {
    assertThat(reservation.claim())
        .isEqualTo(
            new Action(
                Part.CLAIM,
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
  void aReleaseDeletesTheReservationUnlessItIsAnothers() {
    assertThat(reservation.release())
        .isEqualTo(
            new Action(
                Part.RELEASE,
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
}
