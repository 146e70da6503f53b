package dev.students.operations;

/** Why an import did not take a line in. */
public enum Refusal {
  /** It is not text in the encoding that was told. */
  ENCODING,
  /** It is no line of a CSV or JSON file, or is longer than 64 KB. */
  SYNTAX,
  /** The file ends without a line break after it, so the line may be cut. */
  CUT,
  /** It has more or fewer fields than the header. */
  FIELD_COUNT,
  /** A value breaks a rule, or is missing. */
  INVALID_VALUE,
  /** The e-mail address is another student's. */
  EMAIL_TAKEN,
  /** The id is that of a student with other names or another address. */
  ID_TAKEN,
  /** An award for a student that is not there, or is deleted. */
  STUDENT_NOT_FOUND,
  /** A line that goes with a student's line that was refused. */
  STUDENT_REFUSED,
  /** The award was given before, with another amount. */
  AWARD_MISMATCH,
  /** The student has less XP than the award takes. */
  INSUFFICIENT_XP,
  /** The student would have more XP than is possible. */
  XP_LIMIT,
  /** Others kept changing the student: the same line again will do. */
  CONTENTION
}
