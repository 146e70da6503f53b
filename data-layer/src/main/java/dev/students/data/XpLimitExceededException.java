package dev.students.data;

/**
 * The award would take the student's XP above {@link XpAward#MAX_XP}. The award was not made;
 * {@link StudentStore} describes the one case in which it can still take effect later.
 */
public final class XpLimitExceededException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  private final String studentId;
  private final long xp;

  /** Creates the exception for a student to whose {@code xp} the {@code amount} cannot be added. */
  public XpLimitExceededException(StudentId id, long xp, long amount) {
    super(
        "Student %s has %d XP and %d more would exceed %d: award at most %d"
            .formatted(id.value(), xp, amount, XpAward.MAX_XP, XpAward.MAX_XP - xp));
    this.studentId = id.value();
    this.xp = xp;
  }

  /** The student whose XP would exceed the limit. */
  public StudentId studentId() {
    return new StudentId(studentId);
  }

  /** The XP that the student had when the award was refused. */
  public long xp() {
    return xp;
  }
}
