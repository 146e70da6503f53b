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
 * Who is who in one scenario: scenarios share a table, so each gives its students numbers and
 * addresses that no other scenario, and no other run, has.
 */
final class People {

  private final String unique;
  private final String domain;
  private final Manifest manifest;
  private final AtomicInteger count = new AtomicInteger();
  private final Map<String, StudentId> numbers = new ConcurrentHashMap<>();

  /**
   * @param scenario the scenario's place, for example {@code 05-earning-xp-14}
   */
  People(RunId run, String scenario, Manifest manifest) {
    this.unique = run + ":" + scenario;
    this.domain = scenario + ".run-" + run + ".";
    this.manifest = manifest;
  }

  /** A new student number, on the manifest before anybody has it. */
  StudentId newNumber() {
    StudentId id = StudentId.of(unique + ":" + count.incrementAndGet());
    manifest.add(Manifest.Kind.STUDENT, id.value());
    return id;
  }

  /** A new student number for somebody whom the scenario will speak of by first name. */
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
   * The address that stands for one in the feature: the same before the {@code @}, and a domain
   * below which only this scenario has addresses. What is not an address stays as it is.
   */
  EmailAddress address(String written) {
    int at = written.indexOf('@');
    boolean plain = at > 0 && at == written.lastIndexOf('@') && at < written.length() - 1;
    return EmailAddress.of(
        plain ? written.substring(0, at + 1) + domain + written.substring(at + 1) : written);
  }

  /** An address that stands in no feature. */
  EmailAddress anyAddress() {
    return address("student-" + count.incrementAndGet() + "@example.com");
  }

  /** A student's address as the feature would write it. */
  String written(Student student) {
    return student.email().value().replace(domain, "");
  }

  /** A text with the scenario's student numbers cut down to what tells them apart. */
  String abbreviated(String text) {
    return text.replace(unique, "…");
  }

  /** What to call a student in a message. */
  String describe(Student student) {
    return student.firstName().value() + " " + student.lastName().value();
  }
}
