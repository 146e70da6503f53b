package dev.students.data.internal;

import dev.students.data.Student;

/** What an operation on a student comes to. */
sealed interface Decision {

  /** The student that the caller is answered. */
  Student answer();

  /** There is nothing to change. */
  record Done(Student answer) implements Decision {}

  /** This has to be written first. */
  record Write(Transaction transaction, Student answer) implements Decision {}
}
