package dev.students.data;

/**
 * Others changed the student between the read and the write of every attempt. The change was not
 * made; an erasure may be half done, and repeating it continues it.
 */
public final class ContentionException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  private final String studentId;

  /** For a student that changed during each of that many attempts. */
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
