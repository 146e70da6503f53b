package dev.students.data;

/**
 * The student has less XP than was to be deducted. The deduction was not made; {@link StudentStore}
 * describes the one case in which it can still take effect later.
 */
public final class InsufficientXpException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  private final String studentId;
  private final long xp;

  /**
   * Creates the exception for a student whose {@code xp} the (negative) {@code amount} would take
   * below 0.
   */
  public InsufficientXpException(StudentId id, long xp, long amount) {
    super(
        "Student %s has %d XP, too few for %d: deduct at most %d"
            .formatted(id.value(), xp, amount, xp));
    this.studentId = id.value();
    this.xp = xp;
  }

  /** The student that has too little XP. */
  public StudentId studentId() {
    return new StudentId(studentId);
  }

  /** The XP that the student had when the deduction was refused. */
  public long xp() {
    return xp;
  }
}
