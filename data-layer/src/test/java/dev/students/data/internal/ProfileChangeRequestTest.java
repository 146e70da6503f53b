package dev.students.data.internal;

import static dev.students.data.internal.Fixtures.ADA;
import static dev.students.data.internal.Fixtures.IDENTITY;
import static dev.students.data.internal.Fixtures.NOW;
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
import dev.students.data.StaleVersionException;
import dev.students.data.Student;
import dev.students.data.StudentFixture;
import dev.students.data.StudentNotFoundException;
import dev.students.data.StudentUpdate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Compares the complete requests of update, soft delete and restore. */
class ProfileChangeRequestTest {

  private static final String PROFILE =
      " AND firstName = :read_firstName AND lastName = :read_lastName";

  /** Attributes that were added later and that the fixtures do not have. */
  private static final String ADDED =
      EnumSet.complementOf(
              EnumSet.of(ProfileField.FIRST_NAME, ProfileField.LAST_NAME, ProfileField.EMAIL))
          .stream()
          .map(field -> " AND attribute_not_exists(" + field.attribute() + ")")
          .collect(Collectors.joining());

  private static final String NOT_FOLDED = " AND attribute_not_exists(reservedAs)";
  private static final String AS_READ_LIVE =
      "attribute_exists(pk) AND version = :read_version AND gsi1_pk = :read_gsi1_pk"
          + " AND attribute_not_exists(deleted) AND attribute_not_exists(erasing)"
          + NOT_FOLDED
          + PROFILE
          + " AND email = :read_email"
          + ADDED;
  private static final String AS_READ_DELETED =
      "attribute_exists(pk) AND version = :read_version AND attribute_not_exists(gsi1_pk)"
          + " AND deleted = :read_deleted AND attribute_not_exists(erasing)"
          + NOT_FOLDED
          + PROFILE
          + " AND email = :read_email"
          + ADDED;
  private static final String AS_READ_LEGACY =
      "attribute_exists(pk) AND attribute_not_exists(version) AND gsi1_pk = :read_gsi1_pk"
          + " AND attribute_not_exists(deleted) AND attribute_not_exists(erasing)"
          + NOT_FOLDED
          + PROFILE
          + " AND attribute_not_exists(email)"
          + ADDED;
  private static final Map<String, AttributeValue> LIVE =
      asRead(
          Map.of(
              ":read_version", n(3),
              ":read_gsi1_pk", s("ada@example.org"),
              ":read_email", s("Ada@Example.org")));
  private static final Map<String, AttributeValue> LEGACY =
      asRead(Map.of(":read_gsi1_pk", s("Ada@example.org")));
  private static final Map<String, AttributeValue> DELETED =
      asRead(
          Map.of(
              ":read_version", n(3),
              ":read_deleted", yes(),
              ":read_email", s("Ada@Example.org")));
  private static final Dropped ALL = Dropped.NOTHING;

  @Test
  void update_name_isSetIfTheStudentIsAsRead() {
    assertThat(decide(rename(), Fixtures.live(), ALL))
        .isEqualTo(
            write(
                changed("Augusta", "Ada@Example.org", 4),
                student(
                    "SET firstName = :firstName, updatedAt = :updatedAt, version = :version",
                    AS_READ_LIVE,
                    values(LIVE, 4, ":firstName", s("Augusta")))));
  }

  @Test
  void update_newEmail_isReservedAndTheFormerOneFreed() {
    assertThat(decide(move("New@Example.org"), Fixtures.live(), ALL))
        .isEqualTo(
            write(
                changed("Ada", "New@Example.org", 4),
                student(
                    "SET email = :email, gsi1_pk = :gsi1_pk, updatedAt = :updatedAt,"
                        + " version = :version",
                    AS_READ_LIVE,
                    values(
                        LIVE, 4, ":email", s("New@Example.org"), ":gsi1_pk", s("new@example.org"))),
                Fixtures.claim("new@example.org"),
                Fixtures.release("ada@example.org")));
  }

  @Test
  void update_spelling_keepsTheReservation() {
    assertThat(decide(move("ADA@example.org"), Fixtures.live(), ALL))
        .isEqualTo(
            write(
                changed("Ada", "ADA@example.org", 4),
                student(
                    "SET email = :email, updatedAt = :updatedAt, version = :version",
                    AS_READ_LIVE,
                    values(LIVE, 4, ":email", s("ADA@example.org")))));
  }

  @Test
  void update_firstChangeOfLegacyStudent_reservesItsEmail() {
    Student after =
        StudentFixture.student(
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
    assertThat(decide(rename(), Fixtures.legacy(), ALL))
        .isEqualTo(
            write(
                after,
                student(
                    "SET email = :email, firstName = :firstName, gsi1_pk = :gsi1_pk,"
                        + setAddedKeys(after)
                        + " updatedAt = :updatedAt, version = :version",
                    AS_READ_LEGACY,
                    values(
                        withAddedKeys(LEGACY, after),
                        1,
                        ":firstName",
                        s("Augusta"),
                        ":email",
                        s("Ada@example.org"),
                        ":gsi1_pk",
                        s("ada@example.org"))),
                Fixtures.claim("ada@example.org")));
    assertThat(decide(rename(), Fixtures.legacy(), Dropped.NOTHING.andClaim()))
        .isEqualTo(
            write(
                after,
                student(
                    "SET firstName = :firstName,"
                        + setAddedKeys(after)
                        + " updatedAt = :updatedAt, version = :version",
                    AS_READ_LEGACY,
                    values(withAddedKeys(LEGACY, after), 1, ":firstName", s("Augusta")))));
  }

  @Test
  void update_releaseDropped_omitsTheAction() {
    Decision decision =
        decide(move("new@example.org"), Fixtures.legacy(), without("ada@example.org"));
    assertThat(roles(decision)).containsExactly(ActionRole.STUDENT, ActionRole.CLAIM);
  }

  @Test
  void update_ownEmailOfLegacyStudent_reservesIt() {
    Decision decision =
        decide(move("Ada@example.org"), Fixtures.legacy(), Dropped.NOTHING.andClaim());
    assertThat(roles(decision)).containsExactly(ActionRole.STUDENT, ActionRole.CLAIM);
  }

  @Test
  void update_unchangedValues_isDone() {
    StudentUpdate same =
        StudentUpdate.builder()
            .firstName(PersonName.of("Ada"))
            .lastName(PersonName.of("Lovelace"))
            .email(EmailAddress.of("Ada@Example.org"))
            .build();
    assertThat(decide(update(same), Fixtures.live(), ALL)).isEqualTo(new Decision.Done(ada()));
    StudentUpdate sameNames = StudentUpdate.builder().lastName(PersonName.of("Lovelace")).build();
    assertThat(decide(update(sameNames), Fixtures.legacy(), ALL))
        .isEqualTo(new Decision.Done(read(Fixtures.legacy()).student()));
  }

  @Test
  void softDelete_student_removesIndexKeysAndFreesTheEmail() {
    assertThat(decide(softDelete(), Fixtures.live(), ALL))
        .isEqualTo(
            write(
                deletedAda(4),
                student(
                    "SET deleted = :deleted, deletedAt = :deletedAt, updatedAt = :updatedAt,"
                        + " version = :version REMOVE "
                        + String.join(", ", IndexKeys.NAMES),
                    AS_READ_LIVE,
                    values(LIVE, 4, ":deleted", yes(), ":deletedAt", s(NOW.toString()))),
                Fixtures.release("ada@example.org")));
    assertThat(roles(decide(softDelete(), Fixtures.live(), without("ada@example.org"))))
        .containsExactly(ActionRole.STUDENT);
  }

  @Test
  void restore_student_setsIndexKeysAndReservesTheEmail() {
    Map<String, AttributeValue> item = Fixtures.deleted();
    Student after = changed("Ada", "Ada@Example.org", 4);
    assertThat(decide(restore(), item, ALL))
        .isEqualTo(
            write(
                after,
                student(
                    "SET gsi1_pk = :gsi1_pk, gsi1_sk = :gsi1_sk,"
                        + setAddedKeys(after)
                        + " updatedAt = :updatedAt, version = :version REMOVE deleted, deletedAt",
                    AS_READ_DELETED,
                    values(
                        withAddedKeys(DELETED, after),
                        4,
                        ":gsi1_pk",
                        s("ada@example.org"),
                        ":gsi1_sk",
                        s("student#ada"))),
                Fixtures.claim("ada@example.org")));
  }

  @Test
  void restore_emailChangedByLegacyClient_freesTheFormerOne() {
    Map<String, AttributeValue> item = Fixtures.live();
    item.put("deleted", yes());
    item.put("gsi1_pk", s("moved@example.org"));
    Decision.Write decision = (Decision.Write) decide(restore(), item, ALL);
    assertThat(decision.answer().email()).isEqualTo(EmailAddress.of("moved@example.org"));
    assertThat(decision.transaction().request().transactItems().subList(1, 3))
        .containsExactly(
            Fixtures.claim("moved@example.org").item(), Fixtures.release("ada@example.org").item());
  }

  @Test
  void softDeleteAndRestore_repeatedAtTheirVersion_areDone() {
    for (long expected : new long[] {2, 3}) {
      assertThat(decide(softDelete(expected), Fixtures.deleted(), ALL))
          .isEqualTo(new Decision.Done(read(Fixtures.deleted()).student()));
      assertThat(decide(restore(expected), Fixtures.live(), ALL))
          .isEqualTo(new Decision.Done(ada()));
    }
  }

  @Test
  void softDeleteAndRestore_repeatedAtADifferentVersion_areStale() {
    for (long expected : new long[] {1, 4}) {
      assertThatThrownBy(() -> decide(softDelete(expected), Fixtures.deleted(), ALL))
          .isInstanceOf(StaleVersionException.class);
      assertThatThrownBy(() -> decide(restore(expected), Fixtures.live(), ALL))
          .isInstanceOf(StaleVersionException.class);
    }
  }

  @Test
  void drop_studentFailed_isEmpty() {
    Cancellation cancellation =
        Fixtures.failed(Map.of(ActionRole.STUDENT, Map.of(), ActionRole.CLAIM, Map.of()));
    assertThat(restore().drop(cancellation, ALL)).isEmpty();
  }

  @Test
  void drop_emailTaken_failsOnlyChangesThatNeedIt() {
    Cancellation taken =
        Fixtures.failed(Map.of(ActionRole.CLAIM, Map.of(), ActionRole.RELEASE, Map.of()));
    for (ProfileChange change : List.of(rename(), softDelete())) {
      assertThat(change.drop(taken, without("a@x.org")))
          .contains(new Dropped(true, Set.of("a@x.org")));
    }
    for (ProfileChange change : List.of(restore(), move("new@example.org"))) {
      assertThatThrownBy(() -> change.drop(taken, ALL)).isInstanceOf(EmailTakenException.class);
    }
    Cancellation notOurs =
        new Cancellation(Map.of(ActionRole.RELEASE, new Item(Map.of())), Set.of("b@x.org"));
    assertThat(softDelete().drop(notOurs, without("a@x.org")))
        .contains(new Dropped(false, Set.of("a@x.org", "b@x.org")));
  }

  @Test
  void decide_noStudent_isRefused() {
    for (ProfileChange change : List.of(rename(), softDelete(), restore())) {
      assertThatThrownBy(() -> change.decide(Optional.empty(), ALL, IDENTITY))
          .isInstanceOf(StudentNotFoundException.class);
    }
  }

  private static Map<String, AttributeValue> asRead(Map<String, AttributeValue> more) {
    Map<String, AttributeValue> values = new HashMap<>(more);
    values.put(":read_firstName", s("Ada"));
    values.put(":read_lastName", s("Lovelace"));
    return values;
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

  private static ProfileChange softDelete(long expectedVersion) {
    return new SoftDeleteStudent(TABLE, ADA, OptionalLong.of(expectedVersion));
  }

  private static ProfileChange restore(long expectedVersion) {
    return new RestoreStudent(TABLE, ADA, OptionalLong.of(expectedVersion));
  }

  private static ProfileChange softDelete() {
    return new SoftDeleteStudent(TABLE, ADA, OptionalLong.empty());
  }

  private static ProfileChange restore() {
    return new RestoreStudent(TABLE, ADA, OptionalLong.empty());
  }

  private static Decision decide(
      ProfileChange change, Map<String, AttributeValue> item, Dropped dropped) {
    return change.decide(Optional.of(read(item)), dropped, IDENTITY);
  }

  private static Dropped without(String released) {
    return Dropped.NOTHING.andReleases(Set.of(released));
  }

  private static List<ActionRole> roles(Decision decision) {
    return ((Decision.Write) decision).transaction().roles();
  }

  private static Decision write(Student answer, Action... actions) {
    return new Decision.Write(Transaction.of("token", List.of(actions)), answer);
  }

  private static Action student(
      String expression, String condition, Map<String, AttributeValue> values) {
    return new Action(
        ActionRole.STUDENT,
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

  /** The assignments of the keys of further indexes, for a student without them. */
  private static String setAddedKeys(Student after) {
    return new TreeMap<>(IndexKeys.ofProfile(after))
        .keySet().stream()
            .map(name -> " %s = :%s,".formatted(name, name))
            .collect(Collectors.joining());
  }

  private static Map<String, AttributeValue> withAddedKeys(
      Map<String, AttributeValue> values, Student after) {
    Map<String, AttributeValue> all = new HashMap<>(values);
    IndexKeys.ofProfile(after).forEach((name, value) -> all.put(":" + name, value));
    return all;
  }

  private static Student changed(String firstName, String email, long version) {
    Student ada = ada();
    return StudentFixture.student(
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
    return StudentFixture.student(
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
