package dev.students.data;

/** An award of that id was applied to the student before, with another amount. */
public final class AwardMismatchException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  private final String studentId;
  private final String awardId;
  private final long appliedAmount;

  /** For an award that stands with the amount {@code applied}. */
  public AwardMismatchException(StudentId student, AwardId award, long applied) {
    super(
        "Award %s of student %s was applied before with %d XP: give another award another id"
            .formatted(award.value(), student.value(), applied));
    this.studentId = student.value();
    this.awardId = award.value();
    this.appliedAmount = applied;
  }

  /** Whose award it is. */
  public StudentId studentId() {
    return new StudentId(studentId);
  }

  /** The award that was asked for twice. */
  public AwardId awardId() {
    return new AwardId(awardId);
  }

  /** The XP that the award gave, or took when negative. */
  public long appliedAmount() {
    return appliedAmount;
  }
}
