package dev.students.operations;

/**
 * The columns of an exported file, in their order, and the fields of an imported one.
 *
 * <p>A line is a student, or an award of the student whose id it has; an imported line may be both.
 */
public enum Column {
  /** The student's id. */
  ID("id"),
  /** The first name. */
  FIRST_NAME("firstName"),
  /** The last name. */
  LAST_NAME("lastName"),
  /** The e-mail address as typed. */
  EMAIL("email"),
  /** All XP of the student. */
  XP("xp"),
  /** {@code true} on a deleted student, else blank. */
  DELETED("deleted"),
  /** Beside awards: the XP that none of the lines that follow explains. */
  OPENING_XP("openingXp"),
  /** Of an award: its id. */
  AWARD_ID("awardId"),
  /** Of an award: its XP. */
  AMOUNT("amount"),
  /** Of an award: when it was given. Not imported. */
  AWARDED_AT("awardedAt"),
  /** The profile's version. Not imported. */
  VERSION("version"),
  /** When the student was created. Not imported. */
  CREATED_AT("createdAt"),
  /** When the profile last changed. Not imported. */
  UPDATED_AT("updatedAt"),
  /** When the student was deleted. Not imported. */
  DELETED_AT("deletedAt");

  private final String header;

  Column(String header) {
    this.header = header;
  }

  /** The name in the header. */
  public String header() {
    return header;
  }

  /** Whether an import takes it in. */
  public boolean isImported() {
    return compareTo(AMOUNT) <= 0;
  }

  /** Whether its values are numbers. */
  public boolean isNumber() {
    return this == XP || this == OPENING_XP || this == AMOUNT || this == VERSION;
  }
}
