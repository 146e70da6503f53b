package dev.students.data;

/** The id that the caller chose belongs to a student that was created with different content. */
public final class StudentExistsException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  private final String studentId;

  /** Creates the exception for the student with that id. */
  public StudentExistsException(StudentId id) {
    super(
        "Student %s already exists and was created with different content: choose another id"
            .formatted(id.value()));
    this.studentId = id.value();
  }

  /** The id that is taken. */
  public StudentId studentId() {
    return new StudentId(studentId);
  }
}
