package dev.students.data;

/** The student is no longer at the version that the caller expected. Nothing was written. */
public final class StaleVersionException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  private final String studentId;
  private final long expectedVersion;
  private final long actualVersion;

  /** For a student expected at one version and found at another. */
  public StaleVersionException(StudentId id, long expected, long actual) {
    super(
        "Student %s is at version %d, not at the expected %d: read it again and repeat the change"
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

  /** The version that was found. */
  public long actualVersion() {
    return actualVersion;
  }
}
