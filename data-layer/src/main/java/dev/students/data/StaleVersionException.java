package dev.students.data;

/** The student is no longer at the version that the caller expected. Nothing was written. */
public final class StaleVersionException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  private final String id;
  private final long expected;
  private final long actual;

  /** For a student expected at one version and found at another. */
  public StaleVersionException(StudentId id, long expected, long actual) {
    super(
        "Student %s is at version %d, not at the expected %d: read it again and repeat the change"
            .formatted(id.value(), actual, expected));
    this.id = id.value();
    this.expected = expected;
    this.actual = actual;
  }

  /** The student that has changed. */
  public StudentId id() {
    return new StudentId(id);
  }

  /** The version that the caller gave. */
  public long expected() {
    return expected;
  }

  /** The version that was found. */
  public long actual() {
    return actual;
  }
}
