package dev.students.data;

/** Options for changing a student that the caller has read. */
public enum ChangeOption {
  /**
   * If the student has changed since it was read, reads it again and applies the change to the
   * current state instead of refusing it. The change is still refused if the student has been
   * erased and its id now belongs to another student.
   */
  READ_AGAIN_IF_CHANGED
}
