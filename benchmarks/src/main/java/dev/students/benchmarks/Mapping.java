package dev.students.benchmarks;

import java.time.Instant;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * How the Enhanced Client maps items, and what the operations make of them. What is given may be
 * changed in place; what is returned is what to write.
 *
 * @param <S> students
 * @param <R> reservations
 * @param <A> awards
 */
interface Mapping<S, R, A> {

  TableSchema<S> students();

  TableSchema<R> reservations();

  TableSchema<A> awards();

  S student(String id, String email, Instant now);

  String id(S student);

  String email(S student);

  S renamed(S student, String firstName, Instant now);

  /** As it is after it was written at its version. */
  S written(S student);

  S softDeleted(S student, Instant now);

  S restored(S student, Instant now);

  S withMoreXp(S student, long amount, Instant now);

  /** What stands in a student's place while it is erased. */
  S mark(S student);

  R reservation(S student);

  A award(S student, String award, long amount, Instant now);
}
