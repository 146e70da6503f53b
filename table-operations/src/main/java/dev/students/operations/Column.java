package dev.students.operations;

/**
 * The columns of an exported file, in order, and the fields of an imported file.
 *
 * <p>A line is a student, or an award of the student whose id it contains; an imported line may be
 * both.
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
  /** The total XP of the student. */
  XP("xp"),
  /** {@code true} for a deleted student, otherwise blank. */
  DELETED("deleted"),
  /** In files with awards: the XP that the award lines of the student do not account for. */
  OPENING_XP("openingXp"),
  /** The id of an award. */
  AWARD_ID("awardId"),
  /** The XP of an award. */
  AMOUNT("amount"),
  /** When an award was made. Not imported. */
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

  /** Whether it is imported. */
  public boolean isImported() {
    return compareTo(AMOUNT) <= 0;
  }

  /** Whether its values are numbers. */
  public boolean isNumber() {
    return this == XP || this == OPENING_XP || this == AMOUNT || this == VERSION;
  }
}
