package dev.students.reliability.model;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

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
    UPDATE_AS_READ,
    UPDATE_EMAIL_AS_READ_OR_NOW,
    SOFT_DELETE_AS_READ,
    RESTORE_AS_READ_OR_NOW,
    AWARD_XP,
    AWARD_SEVERAL,
    AWARDS,
    ERASE
  }

  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final List<Kind> LIVES =
      List.of(
          Kind.CREATE,
          Kind.FIND_BY_ID,
          Kind.UPDATE_NAME,
          Kind.UPDATE_AT_VERSION_SEEN,
          Kind.SOFT_DELETE_AT_VERSION_SEEN,
          Kind.RESTORE_AT_VERSION_SEEN,
          Kind.UPDATE_AS_READ,
          Kind.UPDATE_EMAIL_AS_READ_OR_NOW,
          Kind.SOFT_DELETE_AS_READ,
          Kind.ERASE);
  private static final List<Kind> AWARDING =
      List.of(
          Kind.CREATE,
          Kind.AWARD_XP,
          Kind.AWARD_XP,
          Kind.AWARD_SEVERAL,
          Kind.AWARDS,
          Kind.FIND_BY_ID,
          Kind.SOFT_DELETE,
          Kind.RESTORE);
  private static final List<String> STUDENTS = List.of("ada", "bob");
  private static final List<String> EMAILS = List.of("x@x.org", "X@x.org", "y@x.org", "Y@X.ORG");
  private static final List<String> NAMES = List.of("Ann", "Ben", "Cem");
  private static final int AWARDS = 6;

  static Call random(Random random) {
    return random(random, KINDS, STUDENTS);
  }

  /**
   * Calls without end: of all kinds on all students, or on one student, of some of the kinds, of
   * those that tell its lives under one id apart, or of those that concern its XP. What goes wrong
   * often needs a few kinds again and again, and none that gets in their way.
   *
   * @see <a href="https://doi.org/10.1145/2338965.2336763">Groce and others, Swarm testing</a>
   */
  static Stream<Call> sequence(Random random) {
    List<Kind> some = KINDS.stream().filter(kind -> random.nextBoolean()).toList();
    List<String> one = STUDENTS.subList(0, 1);
    return switch (random.nextInt(6)) {
      case 0 -> Stream.generate(() -> random(random, some.isEmpty() ? KINDS : some, one));
      case 1 -> Stream.generate(() -> random(random, LIVES, one));
      case 2 -> Stream.generate(() -> random(random, AWARDING, one));
      default -> Stream.generate(() -> random(random));
    };
  }

  private static Call random(Random random, List<Kind> kinds, List<String> students) {
    return new Call(
        kinds.get(random.nextInt(kinds.size())),
        students.get(random.nextInt(students.size())),
        EMAILS.get(random.nextInt(EMAILS.size())),
        NAMES.get(random.nextInt(NAMES.size())),
        random.nextInt(AWARDS),
        random.nextLong());
  }

  /**
   * The awards of one that gives several: one twice and another one, and one to another student.
   * Each is a call of its own for the model.
   */
  List<Call> several() {
    Call next = withAward((award + 1) % AWARDS);
    return faultSeed % 2 == 0
        ? List.of(withAward(award), next, withAward(award))
        : List.of(withAward(award), next.with(other()), next, withAward(award));
  }

  private String other() {
    return STUDENTS.get(1 - STUDENTS.indexOf(student));
  }

  private Call with(String otherStudent) {
    return new Call(kind, otherStudent, email, name, award, faultSeed);
  }

  private Call withAward(int number) {
    return new Call(Kind.AWARD_XP, student, email, name, number, faultSeed);
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
