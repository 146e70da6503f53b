package dev.students.operations.internal;

import dev.students.data.NewStudent;
import dev.students.data.StudentId;
import dev.students.data.XpAward;
import java.util.Optional;

/**
 * A line of a file as the steps to carry out.
 *
 * @param raw the original line
 * @param openingXp the XP that no award of the file explains
 * @param isXpTotal whether that is all XP of the student, since the file has no awards
 */
record ImportLine(
    RawRecord raw,
    StudentId id,
    Optional<NewStudent> student,
    Optional<XpAward> openingXp,
    boolean isXpTotal,
    Optional<XpAward> award,
    boolean isDeleted) {

  static ImportLine of(RawRecord raw, Fields fields) {
    StudentId id = fields.id();
    return new ImportLine(
        raw,
        id,
        fields.student(id),
        fields.openingXp(),
        !fields.hasAwards(),
        fields.award(),
        fields.isDeleted());
  }
}
