package dev.students.data;

/**
 * The student is no longer at the version that the caller expected, or no longer as the caller has
 * read it. Nothing was written, nor will be: the change was conditioned on what is no more.
 */
public final class StaleVersionException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  private final String studentId;
  private final long expectedVersion;
  private final long actualVersion;

  /** For a student expected at one version and found at another, or changed at the same one. */
  public StaleVersionException(StudentId id, long expected, long actual) {
    super(
        actual == expected
            ? "Student %s is no longer as it was read at version %d: read it again and repeat the change"
                .formatted(id.value(), expected)
            : "Student %s is at version %d, not at the expected %d: read it again and repeat the change"
                .formatted(id.value(), actual, expected));
    this.studentId = id.value();
    this.expectedVersion = expected;
    this.actualVersion = actual;
  }

  /** The student that has changed. */
  public StudentId studentId() {
    return new StudentId(studentId);
  }

  /** The version that the caller gave. */
  public long expectedVersion() {
    return expectedVersion;
  }

  /**
   * The version that was found. It is the expected one if a legacy client has changed the student,
   * which leaves the version as it is.
   */
  public long actualVersion() {
    return actualVersion;
  }
}
