package dev.students.data;

/**
 * There is no student with the id, or it is soft-deleted and the operation requires one that is
 * not.
 */
public final class StudentNotFoundException extends StudentStoreException {

  private static final long serialVersionUID = 1L;

  private final String studentId;

  /** Creates the exception for the student with that id. */
  public StudentNotFoundException(StudentId id) {
    super(
        "There is no student %s, or it is deleted: check the id, or restore the student first"
            .formatted(id.value()));
    this.studentId = id.value();
  }

  /** The student that was not found. */
  public StudentId studentId() {
    return new StudentId(studentId);
  }
}
