package dev.students.operations.internal;

import dev.students.data.EmailTakenException;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentStoreException;
import dev.students.data.StudentUpdate;
import dev.students.operations.Finding;
import dev.students.operations.RepairOutcome;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Repairs findings, one at a time. Thread-safe. */
public final class Repairs {

  private final DynamoDbClient client;
  private final String table;
  private final RequestSender sender;
  private final ReservationRepairs reservations;
  private final StudentRepairs students;
  private final boolean claimingShared;

  /** Creates the repairs of the given table. */
  public Repairs(DynamoDbClient client, String table, int concurrency, boolean claimingShared) {
    this.client = client;
    this.table = table;
    this.sender = new RequestSender(concurrency);
    RepairTable repaired =
        new RepairTable(client, table, sender, new ConsistentReads(client, table, sender));
    this.reservations = new ReservationRepairs(repaired);
    this.students = new StudentRepairs(repaired);
    this.claimingShared = claimingShared;
  }

  /** Repairs a finding, if it still applies and has exactly one correct remedy. */
  public RepairOutcome repair(Finding finding) {
    return switch (finding.kind()) {
      case STUDENT_WITHOUT_RESERVATION -> claim(student(finding));
      case RESERVATION_OF_ANOTHER -> takeBack(student(finding));
      case RESERVATION_WITHOUT_STUDENT ->
          outcome(reservations.removeReservation(finding.key(), student(finding)));
      case STUDENT_NOT_IN_INDEX -> outcome(students.putIntoIndex(student(finding)));
      case DELETED_STUDENT_IN_INDEX -> outcome(students.takeOutOfIndex(student(finding)));
      case ERASURE_LEFT_OVER -> outcome(students.finishErasure(student(finding)));
      case SHARED_ADDRESS -> shared(student(finding));
      default -> RepairOutcome.NEEDS_A_PERSON;
    };
  }

  private RepairOutcome claim(StudentId student) {
    return reservations.claim(student) ? RepairOutcome.REPAIRED : claimByStore(student);
  }

  private RepairOutcome takeBack(StudentId student) {
    if (!reservations.takeBack(student)) {
      return RepairOutcome.CHANGED_MEANWHILE;
    }
    claimByStore(student);
    return RepairOutcome.REPAIRED;
  }

  /** The address remains shared, but no other student can take it. */
  private RepairOutcome shared(StudentId first) {
    if (claimingShared) {
      claimByStore(first);
    }
    return RepairOutcome.NEEDS_A_PERSON;
  }

  /**
   * The store reserves the unreserved address of a student if an update sets it to the same value.
   */
  private RepairOutcome claimByStore(StudentId id) {
    OwnWrites writes = new OwnWrites(client, sender);
    StudentStore store = StudentStore.create(writes, table);
    try {
      Student before = store.findById(id).orElse(null);
      if (before == null) {
        return RepairOutcome.CHANGED_MEANWHILE;
      }
      StudentUpdate own = StudentUpdate.builder().email(before.email()).build();
      return outcome(writes.isMadeBy(() -> store.update(id, own)));
    } catch (EmailTakenException e) {
      return RepairOutcome.NEEDS_A_PERSON;
    } catch (StudentStoreException e) {
      return RepairOutcome.CHANGED_MEANWHILE;
    }
  }

  private static RepairOutcome outcome(boolean repaired) {
    return repaired ? RepairOutcome.REPAIRED : RepairOutcome.CHANGED_MEANWHILE;
  }

  private static StudentId student(Finding finding) {
    return finding.students().get(0);
  }
}
