package dev.students.data.internal;

import static dev.students.data.internal.Fixtures.ADA;
import static dev.students.data.internal.Fixtures.NOW;
import static dev.students.data.internal.Fixtures.STAMP;
import static dev.students.data.internal.Fixtures.TABLE;
import static dev.students.data.internal.Fixtures.ada;
import static dev.students.data.internal.Fixtures.key;
import static dev.students.data.internal.Fixtures.n;
import static dev.students.data.internal.Fixtures.read;
import static dev.students.data.internal.Fixtures.s;
import static dev.students.data.internal.Fixtures.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.data.EmailAddress;
import dev.students.data.EmailTakenException;
import dev.students.data.PersonName;
import dev.students.data.Student;
import dev.students.data.StudentNotFoundException;
import dev.students.data.StudentUpdate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** The whole requests of update, soft delete and restore. */
class ProfileChangeRequestTest {

  private static final String AS_READ_LIVE =
      "attribute_exists(pk) AND version = :read_version AND gsi1_pk = :read_gsi1_pk"
          + " AND attribute_not_exists(deleted) AND attribute_not_exists(erasing)";
  private static final String AS_READ_DELETED =
      "attribute_exists(pk) AND version = :read_version AND attribute_not_exists(gsi1_pk)"
          + " AND deleted = :read_deleted AND attribute_not_exists(erasing)";
  private static final String AS_READ_OLDER =
      "attribute_exists(pk) AND attribute_not_exists(version) AND gsi1_pk = :read_gsi1_pk"
          + " AND attribute_not_exists(deleted) AND attribute_not_exists(erasing)";
  private static final Map<String, AttributeValue> LIVE =
      Map.of(":read_version", n(3), ":read_gsi1_pk", s("ada@example.org"));
  private static final Map<String, AttributeValue> OLDER =
      Map.of(":read_gsi1_pk", s("Ada@example.org"));
  private static final Map<String, AttributeValue> DELETED =
      Map.of(":read_version", n(3), ":read_deleted", yes());
  private static final Set<Part> ALL = Set.of();

  @Test
  void aNewNameIsSetWhileTheStudentIsAsRead() {
    assertThat(decide(rename(), Fixtures.live(), ALL))
        .isEqualTo(
            write(
                changed("Augusta", "Ada@Example.org", 4),
                student(
                    "SET version = :version, updatedAt = :updatedAt, firstName = :firstName",
                    AS_READ_LIVE,
                    values(LIVE, 4, ":firstName", s("Augusta")))));
  }

  @Test
  void aNewAddressIsClaimedAndTheFormerOneReleased() {
    assertThat(decide(move("New@Example.org"), Fixtures.live(), ALL))
        .isEqualTo(
            write(
                changed("Ada", "New@Example.org", 4),
                student(
                    "SET version = :version, updatedAt = :updatedAt, email = :email,"
                        + " gsi1_pk = :gsi1_pk",
                    AS_READ_LIVE,
                    values(
                        LIVE, 4, ":email", s("New@Example.org"), ":gsi1_pk", s("new@example.org"))),
                new Reservation(TABLE, "new@example.org", ADA).claim(),
                new Reservation(TABLE, "ada@example.org", ADA).release()));
  }

  @Test
  void anotherSpellingIsSetAndNoReservationTouched() {
    assertThat(decide(move("ADA@example.org"), Fixtures.live(), ALL))
        .isEqualTo(
            write(
                changed("Ada", "ADA@example.org", 4),
                student(
                    "SET version = :version, updatedAt = :updatedAt, email = :email",
                    AS_READ_LIVE,
                    values(LIVE, 4, ":email", s("ADA@example.org")))));
  }

  @Test
  void aFirstChangeOfAnOlderStudentClaimsItsAddress() {
    Student after =
        new Student(
            ADA,
            PersonName.of("Augusta"),
            PersonName.of("Lovelace"),
            EmailAddress.of("Ada@example.org"),
            7,
            1,
            Optional.empty(),
            Optional.of(NOW),
            false,
            Optional.empty());
    assertThat(decide(rename(), Fixtures.older(), ALL))
        .isEqualTo(
            write(
                after,
                student(
                    "SET version = :version, updatedAt = :updatedAt, firstName = :firstName,"
                        + " email = :email, gsi1_pk = :gsi1_pk",
                    AS_READ_OLDER,
                    values(
                        OLDER,
                        1,
                        ":firstName",
                        s("Augusta"),
                        ":email",
                        s("Ada@example.org"),
                        ":gsi1_pk",
                        s("ada@example.org"))),
                new Reservation(TABLE, "ada@example.org", ADA).claim()));
    assertThat(decide(rename(), Fixtures.older(), Set.of(Part.CLAIM)))
        .isEqualTo(
            write(
                after,
                student(
                    "SET version = :version, updatedAt = :updatedAt, firstName = :firstName",
                    AS_READ_OLDER,
                    values(OLDER, 1, ":firstName", s("Augusta")))));
  }

  @Test
  void anUpdateDoesWithoutTheReleaseOfAnAddressThatIsAnothers() {
    Decision decision = decide(move("new@example.org"), Fixtures.older(), Set.of(Part.RELEASE));
    assertThat(parts(decision)).containsExactly(Part.STUDENT, Part.CLAIM);
  }

  @Test
  void anUpdateThatGivesTheAddressClaimsItEvenWhenItIsSpelledTheSame() {
    Decision decision = decide(move("Ada@example.org"), Fixtures.older(), Set.of(Part.CLAIM));
    assertThat(parts(decision)).containsExactly(Part.STUDENT, Part.CLAIM);
  }

  @Test
  void whatStandsAlreadyIsNotWritten() {
    StudentUpdate same =
        StudentUpdate.builder()
            .firstName(PersonName.of("Ada"))
            .lastName(PersonName.of("Lovelace"))
            .email(EmailAddress.of("Ada@Example.org"))
            .build();
    assertThat(decide(update(same), Fixtures.live(), ALL)).isEqualTo(new Decision.Done(ada()));
    StudentUpdate sameNames = StudentUpdate.builder().lastName(PersonName.of("Lovelace")).build();
    assertThat(decide(update(sameNames), Fixtures.older(), ALL))
        .isEqualTo(new Decision.Done(read(Fixtures.older()).student()));
  }

  @Test
  void aDeleteLeavesTheIndexKeepsTheAddressAndFreesIt() {
    assertThat(decide(softDelete(), Fixtures.live(), ALL))
        .isEqualTo(
            write(
                deletedAda(4),
                student(
                    "SET version = :version, updatedAt = :updatedAt, email = :email,"
                        + " deleted = :deleted, deletedAt = :deletedAt REMOVE gsi1_pk, gsi1_sk",
                    AS_READ_LIVE,
                    values(
                        LIVE,
                        4,
                        ":email",
                        s("Ada@Example.org"),
                        ":deleted",
                        yes(),
                        ":deletedAt",
                        s(NOW.toString()))),
                new Reservation(TABLE, "ada@example.org", ADA).release()));
    assertThat(parts(decide(softDelete(), Fixtures.live(), Set.of(Part.RELEASE))))
        .containsExactly(Part.STUDENT);
  }

  @Test
  void aRestoreReturnsToTheIndexAndClaimsTheAddress() {
    Map<String, AttributeValue> item = Fixtures.deleted();
    assertThat(decide(restore(), item, ALL))
        .isEqualTo(
            write(
                changed("Ada", "Ada@Example.org", 4),
                student(
                    "SET version = :version, updatedAt = :updatedAt, email = :email,"
                        + " gsi1_pk = :gsi1_pk, gsi1_sk = :gsi1_sk REMOVE deleted, deletedAt",
                    AS_READ_DELETED,
                    values(
                        DELETED,
                        4,
                        ":email",
                        s("Ada@Example.org"),
                        ":gsi1_pk",
                        s("ada@example.org"),
                        ":gsi1_sk",
                        s("student#ada"))),
                new Reservation(TABLE, "ada@example.org", ADA).claim()));
  }

  @Test
  void aRestoreAfterAnOlderProgramChangedTheAddressFreesTheFormerOne() {
    Map<String, AttributeValue> item = Fixtures.live();
    item.put("deleted", yes());
    item.put("gsi1_pk", s("moved@example.org"));
    Decision.Write decision = (Decision.Write) decide(restore(), item, ALL);
    assertThat(decision.answer().email()).isEqualTo(EmailAddress.of("moved@example.org"));
    assertThat(decision.transaction().request().transactItems().subList(1, 3))
        .containsExactly(
            new Reservation(TABLE, "moved@example.org", ADA).claim().item(),
            new Reservation(TABLE, "ada@example.org", ADA).release().item());
  }

  @Test
  void whatIsDoneIsNotDoneAgainWhateverTheExpectedVersion() {
    assertThat(
            decide(new SoftDeleteStudent(TABLE, ADA, OptionalLong.of(1)), Fixtures.deleted(), ALL))
        .isEqualTo(new Decision.Done(read(Fixtures.deleted()).student()));
    assertThat(decide(new RestoreStudent(TABLE, ADA, OptionalLong.of(1)), Fixtures.live(), ALL))
        .isEqualTo(new Decision.Done(ada()));
  }

  @Test
  void aStudentThatMovedOnIsReadAgainWhateverElseFailed() {
    Cancellation cancellation =
        Fixtures.failed(Map.of(Part.STUDENT, Map.of(), Part.CLAIM, Map.of()));
    assertThat(restore().dispensable(cancellation)).isEmpty();
  }

  @Test
  void anAddressThatIsAnothersMattersOnlyToAChangeThatNeedsIt() {
    Cancellation taken = Fixtures.failed(Map.of(Part.CLAIM, Map.of(), Part.RELEASE, Map.of()));
    assertThat(rename().dispensable(taken)).contains(Part.CLAIM);
    for (ProfileChange change : List.of(restore(), move("new@example.org"))) {
      assertThatThrownBy(() -> change.dispensable(taken)).isInstanceOf(EmailTakenException.class);
    }
    Cancellation notOurs = Fixtures.failed(Map.of(Part.RELEASE, Map.of()));
    assertThat(softDelete().dispensable(notOurs)).contains(Part.RELEASE);
  }

  @Test
  void aStudentThatIsNotThereIsRefused() {
    for (ProfileChange change : List.of(rename(), softDelete(), restore())) {
      assertThatThrownBy(() -> change.decide(Optional.empty(), ALL, STAMP))
          .isInstanceOf(StudentNotFoundException.class);
    }
  }

  private static ProfileChange rename() {
    return update(StudentUpdate.builder().firstName(PersonName.of("Augusta")).build());
  }

  private static ProfileChange move(String email) {
    return update(StudentUpdate.builder().email(EmailAddress.of(email)).build());
  }

  private static ProfileChange update(StudentUpdate update) {
    return new UpdateStudent(TABLE, ADA, update);
  }

  private static ProfileChange softDelete() {
    return new SoftDeleteStudent(TABLE, ADA, OptionalLong.empty());
  }

  private static ProfileChange restore() {
    return new RestoreStudent(TABLE, ADA, OptionalLong.empty());
  }

  private static Decision decide(
      ProfileChange change, Map<String, AttributeValue> item, Set<Part> without) {
    return change.decide(Optional.of(read(item)), without, STAMP);
  }

  private static List<Part> parts(Decision decision) {
    return ((Decision.Write) decision).transaction().parts();
  }

  private static Decision write(Student answer, Action... actions) {
    return new Decision.Write(
        new Transaction(
            TransactWriteItemsRequest.builder()
                .clientRequestToken("token")
                .transactItems(List.of(actions).stream().map(Action::item).toList())
                .build(),
            List.of(actions).stream().map(Action::part).toList()),
        answer);
  }

  private static Action student(
      String expression, String condition, Map<String, AttributeValue> values) {
    return new Action(
        Part.STUDENT,
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(TABLE)
                        .key(key("student#ada"))
                        .updateExpression(expression)
                        .conditionExpression(condition)
                        .expressionAttributeValues(values))
            .build());
  }

  private static Map<String, AttributeValue> values(
      Map<String, AttributeValue> asRead, long version, Object... more) {
    Map<String, AttributeValue> values = new HashMap<>(asRead);
    values.put(":version", n(version));
    values.put(":updatedAt", s(NOW.toString()));
    for (int i = 0; i < more.length; i += 2) {
      values.put((String) more[i], (AttributeValue) more[i + 1]);
    }
    return values;
  }

  private static Student changed(String firstName, String email, long version) {
    Student ada = ada();
    return new Student(
        ADA,
        PersonName.of(firstName),
        ada.lastName(),
        EmailAddress.of(email),
        ada.xp(),
        version,
        ada.createdAt(),
        Optional.of(NOW),
        false,
        Optional.empty());
  }

  private static Student deletedAda(long version) {
    Student ada = ada();
    return new Student(
        ADA,
        ada.firstName(),
        ada.lastName(),
        ada.email(),
        ada.xp(),
        version,
        ada.createdAt(),
        Optional.of(NOW),
        true,
        Optional.of(NOW));
  }
}
