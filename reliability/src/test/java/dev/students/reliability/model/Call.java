package dev.students.reliability.model;

import java.util.List;
import java.util.Random;

/**
 * One call of a sequence: everything about it that is chosen by chance, faults included, so that a
 * shorter sequence that leaves some calls out does the same in the others.
 *
 * @param kind which operation
 * @param student which student
 * @param email which address
 * @param name which name
 * @param award which award; its amount follows from it
 * @param faultSeed what becomes of its requests
 */
record Call(Kind kind, String student, String email, String name, int award, long faultSeed) {

  /** The operations, with the variants that answer differently. */
  enum Kind {
    CREATE,
    CREATE_WITHOUT_ID,
    FIND_BY_ID,
    FIND_DELETED_TOO,
    FIND_BY_EMAIL,
    UPDATE_NAME,
    UPDATE_EMAIL,
    UPDATE_AT_VERSION_SEEN,
    SOFT_DELETE,
    SOFT_DELETE_AT_VERSION_SEEN,
    RESTORE,
    RESTORE_AT_VERSION_SEEN,
    AWARD_XP,
    AWARDS,
    ERASE
  }

  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final List<String> STUDENTS = List.of("ada", "bob");
  private static final List<String> EMAILS = List.of("x@x.org", "X@x.org", "y@x.org", "Y@X.ORG");
  private static final List<String> NAMES = List.of("Ann", "Ben", "Cem");
  private static final int AWARDS = 6;

  static Call random(Random random) {
    return new Call(
        KINDS.get(random.nextInt(KINDS.size())),
        STUDENTS.get(random.nextInt(STUDENTS.size())),
        EMAILS.get(random.nextInt(EMAILS.size())),
        NAMES.get(random.nextInt(NAMES.size())),
        random.nextInt(AWARDS),
        random.nextLong());
  }

  /** Two ids may differ in case only, and stay two awards. */
  String awardId() {
    return award % 2 == 0 ? "award-" + award / 2 : "AWARD-" + award / 2;
  }

  /** The last award comes with amounts of its own, so that one id is used with several. */
  long amount() {
    return switch (award) {
      case 0, 1 -> 5;
      case 2 -> -3;
      case 3 -> 2;
      case 4 -> -7;
      default -> 1 + NAMES.indexOf(name);
    };
  }
}
