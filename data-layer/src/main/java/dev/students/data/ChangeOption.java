package dev.students.data;

/** How to change a student that the caller has read. */
public enum ChangeOption {
  /**
   * If the student has changed since it was read, it is read again and the change is made on what
   * it is now, rather than refused. A student that has been erased, and whose id another one has by
   * now, is still refused.
   */
  READ_AGAIN_IF_CHANGED
}
