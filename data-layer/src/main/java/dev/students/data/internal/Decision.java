package dev.students.data.internal;

import dev.students.data.Student;

/** The decision of an operation on a student. */
sealed interface Decision {

  /** The student to return to the caller. */
  Student answer();

  /** There is nothing to change. */
  record Done(Student answer) implements Decision {}

  /** A transaction must be written first. */
  record Write(Transaction transaction, Student answer) implements Decision {}
}
