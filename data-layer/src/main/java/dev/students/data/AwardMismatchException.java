package dev.students.data;

/** An award with this id has already been applied to the student, with a different amount. */
public final class AwardMismatchException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  private final String studentId;
  private final String awardId;
  private final long appliedAmount;

  /** Creates the exception for an award that was recorded with the amount {@code applied}. */
  public AwardMismatchException(StudentId student, AwardId award, long applied) {
    super(
        "Award %s of student %s was applied before with %d XP: use a different id for a different award"
            .formatted(award.value(), student.value(), applied));
    this.studentId = student.value();
    this.awardId = award.value();
    this.appliedAmount = applied;
  }

  /** The student whose award it is. */
  public StudentId studentId() {
    return new StudentId(studentId);
  }

  /** The award that was requested twice. */
  public AwardId awardId() {
    return new AwardId(awardId);
  }

  /** The XP that the recorded award gave; negative for a deduction. */
  public long appliedAmount() {
    return appliedAmount;
  }
}
