package dev.students.data;

/**
 * Every attempt failed because another writer changed the student between the read and the write.
 * The change was not made. An erasure may be partly done; repeating it continues it.
 */
public final class ContentionException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  private final String studentId;

  /** Creates the exception for a student that changed during each of {@code attempts} attempts. */
  public ContentionException(StudentId id, int attempts) {
    super(
        "Student %s was changed by others during each of %d attempts: try again later"
            .formatted(id.value(), attempts));
    this.studentId = id.value();
  }

  /** The student that others kept changing. */
  public StudentId studentId() {
    return new StudentId(studentId);
  }
}
