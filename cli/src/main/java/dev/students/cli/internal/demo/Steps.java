package dev.students.cli.internal.demo;

import dev.students.data.AwardId;
import dev.students.data.AwardOutcome;
import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentUpdate;
import dev.students.data.XpAward;
import java.util.List;
import java.util.Optional;

/** The life of one student in steps, each with its promised result. */
final class Steps {

  private static final StudentId ADA = StudentId.of("ada");
  private static final XpAward HOMEWORK = XpAward.of(AwardId.of("homework-7"), 50);

  static final List<Step> ALL =
      List.of(
          new Step(
              "Create a student, and reserve her e-mail address",
              "students create --id ada --first-name Ada --last-name Lovelace"
                  + " --email Ada@example.com",
              Steps::create),
          new Step("Find her by id", "students get ada", Steps::findById),
          new Step(
              "Find her by e-mail address, in any case",
              "students find ada@EXAMPLE.com",
              store -> findByEmail(store, "ada@EXAMPLE.com")),
          new Step(
              "Change her e-mail address: the old one is free again",
              "students update ada --email ada@example.org",
              Steps::update),
          new Step(
              "Award XP",
              "students award-xp ada 50 --award-id homework-7",
              store -> award(store, AwardOutcome.APPLIED, "50 XP applied")),
          new Step(
              "Repeat the award, as a retry or a second click would: it counts once",
              "students award-xp ada 50 --award-id homework-7",
              store -> award(store, AwardOutcome.ALREADY_APPLIED, "already applied")),
          new Step(
              "Soft-delete her: she is no longer found, and her address is free",
              "students delete ada",
              Steps::delete),
          new Step(
              "Restore her: XP and address are hers again",
              "students restore ada",
              Steps::restore));

  private Steps() {}

  private static String create(StudentStore store) {
    Student created =
        store.create(
            NewStudent.of(
                    PersonName.of("Ada"),
                    PersonName.of("Lovelace"),
                    EmailAddress.of("Ada@example.com"))
                .withId(ADA));
    promise(created.xp() == 0, "a new student has no XP");
    return describe(created);
  }

  private static String findById(StudentStore store) {
    return found(store.findById(ADA), "a student is found by id right after it was created");
  }

  private static String findByEmail(StudentStore store, String email) {
    return found(
        store.findByEmail(EmailAddress.of(email)), "a student is found by e-mail in any case");
  }

  private static String update(StudentStore store) {
    EmailAddress email = EmailAddress.of("ada@example.org");
    Student updated = store.update(ADA, StudentUpdate.builder().email(email).build());
    promise(updated.email().equals(email), "an update changes the address");
    return describe(updated);
  }

  private static String award(StudentStore store, AwardOutcome expected, String words) {
    promise(store.awardXp(ADA, HOMEWORK) == expected, "the same award is applied once");
    return words;
  }

  private static String delete(StudentStore store) {
    Student deleted = store.softDelete(ADA);
    promise(deleted.isDeleted(), "a deleted student is marked as deleted");
    return describe(deleted) + ", deleted";
  }

  private static String restore(StudentStore store) {
    Student restored = store.restore(ADA);
    promise(!restored.isDeleted() && restored.xp() == 50, "a restored student has kept the XP");
    return describe(restored);
  }

  private static String found(Optional<Student> student, String promise) {
    promise(student.isPresent(), promise);
    return describe(student.orElseThrow());
  }

  private static String describe(Student student) {
    return "%s %s, %s, %d XP"
        .formatted(
            student.firstName().value(),
            student.lastName().value(),
            student.email().value(),
            student.xp());
  }

  private static void promise(boolean kept, String promise) {
    if (!kept) {
      throw new DemoFailedException(promise);
    }
  }
}
