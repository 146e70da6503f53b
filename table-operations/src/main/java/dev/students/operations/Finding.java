package dev.students.operations;

import dev.students.data.StudentId;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is not as it should be, without names or addresses.
 *
 * @param kind what it is
 * @param key the item that it is about; show it {@link ItemKey#masked()}
 * @param students whom it concerns, in the order of their ids: the student, those who share the
 *     address, or the one whom a reservation names
 * @param attribute of a malformed item, the attribute that is wrong
 * @param detail figures or the rule that is broken, in a few words
 */
public record Finding(
    FindingKind kind,
    ItemKey key,
    List<StudentId> students,
    Optional<String> attribute,
    Optional<String> detail) {

  /** A finding about one student. */
  public static Finding of(FindingKind kind, ItemKey key, StudentId student) {
    return new Finding(kind, key, List.of(student), Optional.empty(), Optional.empty());
  }

  /** The same with figures or a rule. */
  public Finding withDetail(String text) {
    return new Finding(kind, key, students, attribute, Optional.of(text));
  }
}
