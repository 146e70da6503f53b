package dev.students.operations;

import java.util.Locale;

/** The promises of a table that can be broken, and the remedy for each. */
public enum FindingKind {
  /** A student whose address is not reserved, so that another student could take it. */
  STUDENT_WITHOUT_RESERVATION(Remedy.REPAIR, "claim the address for the student"),

  /** A student whose address is reserved for a different student that does not have it. */
  RESERVATION_OF_ANOTHER(Remedy.REPAIR, "claim the address for the student that has it"),

  /** A reservation whose student does not exist, is deleted, or has a different address. */
  RESERVATION_WITHOUT_STUDENT(Remedy.REPAIR, "remove the reservation"),

  /** A student that an index does not show, because one of its index keys is missing or wrong. */
  STUDENT_NOT_IN_INDEX(Remedy.REPAIR, "add the student to the index"),

  /** A deleted student that is still in the index and may hold its address. */
  DELETED_STUDENT_IN_INDEX(Remedy.REPAIR, "remove the student from the index"),

  /** An incomplete erasure: the personal data is removed, but awards or the marker remain. */
  ERASURE_LEFT_OVER(Remedy.REPAIR, "finish the erasure"),

  /** Several students have the same address. */
  SHARED_ADDRESS(
      Remedy.PERSON, "give all but one of the students an address of its own, or delete them"),

  /** The sum of a student's awards differs from its XP. */
  XP_NOT_SUM_OF_AWARDS(
      Remedy.PERSON,
      "find out who changed the XP, then correct xp in the table to the sum of the awards"),

  /** Awards whose student does not exist. */
  AWARDS_WITHOUT_STUDENT(
      Remedy.PERSON, "restore the student from a backup, or erase the id to remove the awards"),

  /** A student's key without names and address, left by a write to a nonexistent id. */
  PHANTOM(Remedy.PERSON, "find out who writes to that id, then erase it"),

  /** An item of a known kind with an attribute that is missing, invalid or of the wrong type. */
  MALFORMED_ITEM(
      Remedy.PERSON,
      "correct the attribute in the table (delete the item if it is pk), or erase the id if nobody"
          + " created it"),

  /** An item of an unknown kind, which is reported but not checked. */
  UNKNOWN_ITEM(Remedy.NONE, "nothing, when another program keeps it here on purpose");

  private enum Remedy {
    REPAIR,
    PERSON,
    NONE
  }

  private final Remedy remedy;
  private final String advice;

  FindingKind(Remedy remedy, String advice) {
    this.remedy = remedy;
    this.advice = advice;
  }

  /** The word for it in files and on the command line, as in {@code shared-address}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is a broken promise, as opposed to a remark. */
  public boolean isBroken() {
    return remedy != Remedy.NONE;
  }

  /** Whether there is exactly one correct remedy, which {@link TableRepair} applies. */
  public boolean isRepairable() {
    return remedy == Remedy.REPAIR;
  }

  /** The remedy, in the imperative. */
  public String advice() {
    return advice;
  }
}
