package dev.students.operations;

import dev.students.data.StudentId;
import java.util.List;
import java.util.Optional;

/**
 * A violation found by a check, without names or addresses.
 *
 * @param kind the kind of the violation
 * @param key the item concerned; display it with {@link ItemKey#masked()}
 * @param students the students concerned, ordered by id: the student itself, those who share an
 *     address, or the one named by a reservation
 * @param attribute for a malformed item, the invalid attribute
 * @param detail figures or the violated rule, in a few words
 */
public record Finding(
    FindingKind kind,
    ItemKey key,
    List<StudentId> students,
    Optional<String> attribute,
    Optional<String> detail) {

  /** Returns a finding about one student. */
  public static Finding of(FindingKind kind, ItemKey key, StudentId student) {
    return new Finding(kind, key, List.of(student), Optional.empty(), Optional.empty());
  }

  /** Returns the finding with figures or a rule. */
  public Finding withDetail(String text) {
    return new Finding(kind, key, students, attribute, Optional.of(text));
  }
}
