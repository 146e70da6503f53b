package dev.students.acceptance.steps;

import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.RunId;
import dev.students.data.EmailAddress;
import dev.students.data.Student;
import dev.students.data.StudentId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The people of one scenario. Scenarios share a table, so each gives its students numbers and
 * addresses that no other scenario or run uses.
 */
final class People {

  private final String unique;
  private final String domain;
  private final Manifest manifest;
  private final AtomicInteger count = new AtomicInteger();
  private final Map<String, StudentId> numbers = new ConcurrentHashMap<>();

  /**
   * @param scenario the location of the scenario, for example {@code 05-earning-xp-14}
   */
  People(RunId run, String scenario, Manifest manifest) {
    this.unique = run + ":" + scenario;
    this.domain = scenario + ".run-" + run + ".";
    this.manifest = manifest;
  }

  /** Returns a new student number, which is recorded in the manifest before it is used. */
  StudentId newNumber() {
    StudentId id = StudentId.of(unique + ":" + count.incrementAndGet());
    manifest.add(Manifest.Kind.STUDENT, id.value());
    return id;
  }

  /** Returns a new student number for a person to whom the scenario will refer by first name. */
  StudentId newNumberFor(String firstName) {
    StudentId id = newNumber();
    numbers.put(firstName, id);
    return id;
  }

  StudentId numberOf(String firstName) {
    StudentId id = numbers.get(firstName);
    if (id == null) {
      throw new IllegalStateException("The scenario has not said yet who " + firstName + " is.");
    }
    return id;
  }

  /**
   * Converts an address in the feature to the real one: the same local part, with a domain that
   * only this scenario uses. Text that is not an address is unchanged.
   */
  EmailAddress address(String written) {
    int at = written.indexOf('@');
    boolean plain = at > 0 && at == written.lastIndexOf('@') && at < written.length() - 1;
    return EmailAddress.of(
        plain ? written.substring(0, at + 1) + domain + written.substring(at + 1) : written);
  }

  /** Returns an address that occurs in no feature. */
  EmailAddress anyAddress() {
    return address("student-" + count.incrementAndGet() + "@example.com");
  }

  /** Converts a real address to the one in the feature. */
  String written(Student student) {
    return student.email().value().replace(domain, "");
  }

  /** Shortens the scenario's student numbers in a text to their distinguishing parts. */
  String abbreviated(String text) {
    return text.replace(unique, "…");
  }

  /** The name of a student in messages. */
  String describe(Student student) {
    return student.firstName().value() + " " + student.lastName().value();
  }
}
