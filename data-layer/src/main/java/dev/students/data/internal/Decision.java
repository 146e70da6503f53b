package dev.students.data.internal;

import dev.students.data.Student;

/** What a profile change comes to, given the student as read. */
sealed interface Decision {

  /** The student that the caller gets. */
  Student answer();

  /** There is nothing to change. */
  record Done(Student answer) implements Decision {}

  /** This has to be written first. */
  record Write(Transaction transaction, Student answer) implements Decision {}
}
