package dev.students.data;

/**
 * The student has less XP than the deduction takes. It was not made; {@link StudentStore} says in
 * which case it can be made later.
 */
public final class InsufficientXpException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  private final String studentId;
  private final long xp;

  /** For a student with that XP, which a deduction of that amount (negative) would take below 0. */
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
