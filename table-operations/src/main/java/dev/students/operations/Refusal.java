package dev.students.operations;

/** The reasons why an import refuses a line. */
public enum Refusal {
  /** It is not text in the given encoding. */
  ENCODING,
  /** It is not a valid line of a CSV or JSON file, or is longer than 64 KB. */
  SYNTAX,
  /** The file ends without a line break after it, so the line may be truncated. */
  CUT,
  /** It has more or fewer fields than the header. */
  FIELD_COUNT,
  /** A value violates a rule or is missing. */
  INVALID_VALUE,
  /** Another student has the e-mail address. */
  EMAIL_TAKEN,
  /** The id belongs to a student with different names or a different address. */
  ID_TAKEN,
  /** It is an award for a student that does not exist or is deleted. */
  STUDENT_NOT_FOUND,
  /** It belongs to a student's line that was refused. */
  STUDENT_REFUSED,
  /** The award was applied before with a different amount. */
  AWARD_MISMATCH,
  /** The student has less XP than is to be deducted. */
  INSUFFICIENT_XP,
  /** The student would exceed the maximum XP. */
  XP_LIMIT,
  /** Other writers kept changing the student; importing the line again will succeed. */
  CONTENTION
}
