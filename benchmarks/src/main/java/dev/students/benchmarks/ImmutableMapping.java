package dev.students.benchmarks;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** Immutable classes with builders. */
final class ImmutableMapping
    implements Mapping<ImmutableStudent, ImmutableReservation, ImmutableAward> {

  private static final TableSchema<ImmutableStudent> STUDENT =
      TableSchema.fromImmutableClass(ImmutableStudent.class);
  private static final TableSchema<ImmutableReservation> RESERVATION =
      TableSchema.fromImmutableClass(ImmutableReservation.class);
  private static final TableSchema<ImmutableAward> AWARD =
      TableSchema.fromImmutableClass(ImmutableAward.class);

  @Override
  public TableSchema<ImmutableStudent> students() {
    return STUDENT;
  }

  @Override
  public TableSchema<ImmutableReservation> reservations() {
    return RESERVATION;
  }

  @Override
  public TableSchema<ImmutableAward> awards() {
    return AWARD;
  }

  @Override
  public ImmutableStudent student(String id, String email, Instant now) {
    String key = "student#" + id;
    return ImmutableStudent.builder()
        .pk(key)
        .sk(key)
        .entityType("student")
        .firstName("Ada")
        .lastName("Lovelace")
        .email(email)
        .xp(0L)
        .createdAt(now)
        .updatedAt(now)
        .indexKey(email)
        .indexSortKey(key)
        .build();
  }

  @Override
  public String id(ImmutableStudent student) {
    return requireNonNull(student.pk()).substring("student#".length());
  }

  @Override
  public String email(ImmutableStudent student) {
    return requireNonNull(student.email());
  }

  @Override
  public ImmutableStudent renamed(ImmutableStudent student, String firstName, Instant now) {
    return student.toBuilder().firstName(firstName).updatedAt(now).build();
  }

  @Override
  public ImmutableStudent written(ImmutableStudent student) {
    return student.toBuilder().version(requireNonNull(student.version()) + 1).build();
  }

  @Override
  public ImmutableStudent softDeleted(ImmutableStudent student, Instant now) {
    return student.toBuilder()
        .deleted(true)
        .deletedAt(now)
        .updatedAt(now)
        .indexKey(null)
        .indexSortKey(null)
        .build();
  }

  @Override
  public ImmutableStudent restored(ImmutableStudent student, Instant now) {
    return student.toBuilder()
        .deleted(null)
        .deletedAt(null)
        .updatedAt(now)
        .indexKey(student.email())
        .indexSortKey(student.pk())
        .build();
  }

  @Override
  public ImmutableStudent withMoreXp(ImmutableStudent student, long amount, Instant now) {
    return student.toBuilder().xp(requireNonNull(student.xp()) + amount).updatedAt(now).build();
  }

  @Override
  public ImmutableStudent mark(ImmutableStudent student) {
    return ImmutableStudent.builder()
        .pk(student.pk())
        .sk(student.sk())
        .entityType("student")
        .deleted(true)
        .erasing(true)
        .version(student.version())
        .build();
  }

  @Override
  public ImmutableReservation reservation(ImmutableStudent student) {
    String key = "email#" + student.email();
    return ImmutableReservation.builder()
        .pk(key)
        .sk(key)
        .entityType("emailReservation")
        .studentId(id(student))
        .build();
  }

  @Override
  public ImmutableAward award(ImmutableStudent student, String award, long amount, Instant now) {
    return ImmutableAward.builder()
        .pk(student.pk())
        .sk("award#" + award)
        .entityType("xpAward")
        .amount(amount)
        .awardedAt(now)
        .build();
  }
}
