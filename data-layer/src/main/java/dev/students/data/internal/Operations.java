package dev.students.data.internal;

import dev.students.data.AwardOutcome;
import dev.students.data.EmailAddress;
import dev.students.data.FindOption;
import dev.students.data.NewStudent;
import dev.students.data.RecordedAward;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentNotFoundException;
import dev.students.data.XpAward;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Carries the operations out, one session each; what to request and to answer they say themselves.
 */
public record Operations(String table, InstantSource clock) {

  /** Creates a student. */
  public Student create(NewStudent wanted, Session session) {
    CreateStudent create = CreateStudent.of(table, wanted, stamp());
    Optional<Cancellation> cancellation = session.write(create.transaction());
    if (cancellation.isEmpty()) {
      return create.created();
    }
    return create
        .answer(cancellation.get())
        .orElseGet(() -> create.answer(read(create.id(), session)));
  }

  /** Finds a student by id. */
  public Optional<Student> findById(StudentId id, Set<FindOption> options, Session session) {
    FindById find = new FindById(table, id, options);
    return find.answer(session.get(find.request()));
  }

  /** Finds a student by e-mail address. */
  public Optional<Student> findByEmail(EmailAddress email, Session session) {
    FindByEmail find = new FindByEmail(table, email);
    List<Item> found = new ArrayList<>();
    Map<String, AttributeValue> next = Map.of();
    do {
      QueryResponse page = session.query(startingAt(find.request(), next));
      page.items().forEach(item -> found.add(new Item(item)));
      next = page.lastEvaluatedKey();
    } while (!next.isEmpty());
    return find.answer(found);
  }

  /** Changes a profile: reads, writes on condition of what was read, and again if that moved on. */
  public Student change(ProfileChange change, Session session) {
    while (true) {
      Optional<StudentItem> read = StudentItem.read(read(change.id(), session));
      Optional<Student> changed = changeAsRead(change, read, session);
      if (changed.isPresent()) {
        return changed.get();
      }
      session.awaitRebuild(change.id());
    }
  }

  /**
   * Nothing comes back when the student has moved on. What the change can do without holds for this
   * reading only: a student that has moved on may have another address, whose reservation is its.
   */
  private Optional<Student> changeAsRead(
      ProfileChange change, Optional<StudentItem> read, Session session) {
    Set<Part> without = EnumSet.noneOf(Part.class);
    Optional<Cancellation> cancellation;
    do {
      Decision decision = change.decide(read, without, stamp());
      cancellation =
          decision instanceof Decision.Write write
              ? session.write(write.transaction())
              : Optional.empty();
      if (cancellation.isEmpty()) {
        return Optional.of(decision.answer());
      }
    } while (change.dispensable(cancellation.get()).filter(without::add).isPresent());
    return Optional.empty();
  }

  /** Awards XP. */
  public AwardOutcome awardXp(StudentId student, XpAward award, Session session) {
    AwardXp operation = new AwardXp(table, student, award, stamp());
    Optional<Cancellation> cancellation = session.write(operation.transaction());
    if (cancellation.isEmpty()) {
      return AwardOutcome.APPLIED;
    }
    return operation
        .answer(cancellation.get())
        .orElseGet(() -> operation.answer(session.get(operation.readAward()), cancellation.get()));
  }

  /** Refuses a student that cannot be found with those options. */
  public void requireStudent(StudentId id, Set<FindOption> options, Session session) {
    if (findById(id, options, session).isEmpty()) {
      throw new StudentNotFoundException(id);
    }
  }

  /** One page of awards, which starts at that key, or at the first award when it is empty. */
  public AwardPage awards(
      StudentId id, Set<FindOption> options, Map<String, AttributeValue> start, Session session) {
    boolean consistent = !options.contains(FindOption.EVENTUALLY_CONSISTENT);
    QueryResponse page =
        session.query(startingAt(new ListAwards(table, id, consistent).request(), start));
    List<RecordedAward> awards =
        page.items().stream().map(item -> ListAwards.award(new Item(item))).toList();
    return new AwardPage(awards, page.lastEvaluatedKey());
  }

  /** Erases a student. */
  public void erase(StudentId id, Session session) {
    EraseStudent erase = new EraseStudent(table, id);
    while (true) {
      Item student = read(id, session);
      if (mark(erase, student, session) && removeAwards(erase, !student.isEmpty(), session)) {
        return;
      }
      session.awaitRebuild(id);
    }
  }

  /** Whether there is nothing left to mark, rather than a student that has moved on. */
  private boolean mark(EraseStudent erase, Item student, Session session) {
    if (student.isEmpty() || erase.isMarked(student)) {
      return true;
    }
    Set<Part> without = EnumSet.noneOf(Part.class);
    Optional<Cancellation> cancellation;
    do {
      cancellation = session.write(erase.mark(student, without, stamp()));
      if (cancellation.isEmpty()) {
        return true;
      }
    } while (!cancellation.get().failed(Part.STUDENT) && without.add(Part.RELEASE));
    return false;
  }

  /** Whether the awards are gone, rather than the student another one than it was. */
  private boolean removeAwards(EraseStudent erase, boolean marked, Session session) {
    while (true) {
      QueryResponse page = session.query(erase.nextAwards());
      List<Item> awards = page.items().stream().map(Item::new).toList();
      boolean last = page.lastEvaluatedKey().isEmpty();
      if (!marked && awards.isEmpty()) {
        return true;
      }
      Optional<Cancellation> cancellation =
          session.write(
              marked
                  ? erase.removeMarked(awards, last, stamp())
                  : erase.removeLeftOver(awards, stamp()));
      if (last || cancellation.isPresent()) {
        return cancellation.isEmpty();
      }
    }
  }

  private Item read(StudentId id, Session session) {
    return session.get(FindById.request(table, id, true));
  }

  private Stamp stamp() {
    return new Stamp(clock.instant().truncatedTo(ChronoUnit.MILLIS), UUID.randomUUID().toString());
  }

  private static QueryRequest startingAt(QueryRequest request, Map<String, AttributeValue> key) {
    return key.isEmpty() ? request : request.toBuilder().exclusiveStartKey(key).build();
  }
}
