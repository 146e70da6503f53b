package dev.students.operations;

import java.util.Locale;

/** The promises of a table that can be broken, and what is to be done about each. */
public enum FindingKind {
  /** A live student whose address nobody has reserved: another student could take it. */
  STUDENT_WITHOUT_RESERVATION(Remedy.REPAIR, "claim the address for the student"),

  /** A live student whose address is reserved for a student that does not have it. */
  RESERVATION_OF_ANOTHER(Remedy.REPAIR, "claim the address for the student that has it"),

  /** A reservation whose student is not there, is deleted, or has another address. */
  RESERVATION_WITHOUT_STUDENT(Remedy.REPAIR, "remove the reservation"),

  /** A live student that is not found by its address, since the index has none or another key. */
  STUDENT_NOT_IN_INDEX(Remedy.REPAIR, "put the student into the index"),

  /** A deleted student that still stands in the index, and may hold its address. */
  DELETED_STUDENT_IN_INDEX(Remedy.REPAIR, "take the student out of the index"),

  /** An erasure that ended half-way: the personal data is gone, awards or the mark are left. */
  ERASURE_LEFT_OVER(Remedy.REPAIR, "finish the erasure"),

  /** Several live students have one address. */
  SHARED_ADDRESS(
      Remedy.PERSON, "give all but one of the students an address of its own, or delete them"),

  /** The awards of a student do not add up to its XP. */
  XP_NOT_SUM_OF_AWARDS(
      Remedy.PERSON, "find out who changed the XP, and award or deduct the difference"),

  /** Awards whose student is not there. */
  AWARDS_WITHOUT_STUDENT(
      Remedy.PERSON, "restore the student from a backup, or erase the id to remove the awards"),

  /** A student's key with neither names nor an address: a write to an id that was not there. */
  PHANTOM(Remedy.PERSON, "find out who writes to that id, then erase it"),

  /** An item of a known kind with an attribute that is missing, of another type, or wrong. */
  MALFORMED_ITEM(Remedy.PERSON, "correct the attribute in the table"),

  /** An item of a kind that this product does not know. It is told, not judged. */
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

  /** Whether it is a broken promise rather than a remark. */
  public boolean isBroken() {
    return remedy != Remedy.NONE;
  }

  /** Whether there is one right answer, which {@link TableRepair} gives. */
  public boolean isRepairable() {
    return remedy == Remedy.REPAIR;
  }

  /** What to do about it, as a command. */
  public String advice() {
    return advice;
  }
}
