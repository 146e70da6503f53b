package dev.students.data;

/**
 * The student is no longer at the version that the caller expected, or is no longer as the caller
 * read it. Nothing was or will be written, because the change was conditional on the earlier state.
 */
public final class StaleVersionException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  private final String studentId;
  private final long expectedVersion;
  private final long actualVersion;

  /**
   * Creates the exception for a student that was expected at one version and found at another, or
   * that changed without a new version.
   */
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

  /** The version that the caller expected. */
  public long expectedVersion() {
    return expectedVersion;
  }

  /**
   * The version that was found. Equal to the expected version if a legacy client changed the
   * student, since legacy clients do not update the version.
   */
  public long actualVersion() {
    return actualVersion;
  }
}
