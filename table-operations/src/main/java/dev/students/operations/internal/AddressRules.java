package dev.students.operations.internal;

import dev.students.data.StudentId;
import dev.students.operations.AddressClaim;
import dev.students.operations.AddressClaim.By;
import dev.students.operations.Finding;
import dev.students.operations.FindingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rules for one address: the address of each student is reserved for that student and no other.
 */
public final class AddressRules {

  private AddressRules() {}

  /** Returns the violations, given all claims on one address. */
  public static List<Finding> judge(List<AddressClaim> claims) {
    if (claims.stream().anyMatch(claim -> claim.by() == By.MALFORMED_STUDENT)) {
      return List.of();
    }
    List<AddressClaim> live = claims.stream().filter(AddressClaim::isOfLiveStudent).toList();
    List<AddressClaim> reservations =
        claims.stream().filter(claim -> claim.by() == By.RESERVATION).toList();
    List<Finding> findings = new ArrayList<>();
    if (live.size() > 1) {
      findings.add(shared(live));
    }
    if (live.size() == 1) {
      student(live.get(0), reservations).ifPresent(findings::add);
    }
    boolean isOfAnother =
        findings.stream().anyMatch(it -> it.kind() == FindingKind.RESERVATION_OF_ANOTHER);
    if (!isOfAnother) {
      reservations.stream()
          .filter(reservation -> !isOfAny(reservation, live))
          .filter(reservation -> !isOfDeletedStudent(reservation, claims))
          .map(AddressRules::withoutStudent)
          .forEach(findings::add);
    }
    return findings;
  }

  private static Finding shared(List<AddressClaim> live) {
    List<StudentId> students =
        live.stream()
            .map(AddressClaim::studentId)
            .sorted(Comparator.comparing(StudentId::value))
            .toList();
    return new Finding(
        FindingKind.SHARED_ADDRESS,
        Keys.student(students.get(0)),
        students,
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<Finding> student(AddressClaim student, List<AddressClaim> reservations) {
    StudentId id = student.studentId();
    if (reservations.isEmpty()) {
      return Optional.of(Finding.of(FindingKind.STUDENT_WITHOUT_RESERVATION, Keys.student(id), id));
    }
    if (reservations.stream().noneMatch(it -> isOfAny(it, List.of(student)))) {
      return Optional.of(
          Finding.of(FindingKind.RESERVATION_OF_ANOTHER, Keys.student(id), id)
              .withDetail("reserved for " + reservations.get(0).student()));
    }
    return student.by() == By.STUDENT_OUT_OF_INDEX
        ? Optional.of(Finding.of(FindingKind.STUDENT_NOT_IN_INDEX, Keys.student(id), id))
        : Optional.empty();
  }

  private static boolean isOfAny(AddressClaim reservation, List<AddressClaim> students) {
    return students.stream().anyMatch(it -> it.student().equals(reservation.student()));
  }

  /** The repair of that finding also frees the address. */
  private static boolean isOfDeletedStudent(AddressClaim reservation, List<AddressClaim> claims) {
    return claims.stream()
        .anyMatch(
            claim ->
                claim.by() == By.DELETED_STUDENT && claim.student().equals(reservation.student()));
  }

  private static Finding withoutStudent(AddressClaim reservation) {
    return Finding.of(
        FindingKind.RESERVATION_WITHOUT_STUDENT,
        Keys.reservation(reservation.keyForm()),
        reservation.studentId());
  }
}
