package dev.students.data.internal;

import dev.students.data.AwardOutcome;
import dev.students.data.AwardResult;
import dev.students.data.EmailAddress;
import dev.students.data.FindOption;
import dev.students.data.MalformedItemException;
import dev.students.data.NewStudent;
import dev.students.data.Student;
import dev.students.data.StudentAward;
import dev.students.data.StudentId;
import dev.students.data.StudentNotFoundException;
import dev.students.data.StudentStore;
import dev.students.data.XpAward;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Executes the operations, each in its own session. The operations themselves decide what to
 * request and what to return.
 */
public record Operations(String table, Supplier<RequestIdentity> identities) {

  private static final System.Logger LOG = System.getLogger(StudentStore.class.getName());

  /** Creates a student. */
  public Student create(NewStudent wanted, Session session) {
    CreateStudent create = CreateStudent.of(table, wanted, identities.get());
    Decision.Write write = create.write();
    Optional<Cancellation> cancellation = session.write(write.transaction());
    if (cancellation.isEmpty()) {
      return write.answer();
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
    List<MalformedItemException> malformed = new ArrayList<>();
    Optional<Student> student =
        inIndex(find, find.request(), malformed, session)
            .or(() -> byReservation(find, session))
            .or(
                () ->
                    find.requestOfFolded()
                        .flatMap(request -> inIndex(find, request, malformed, session)));
    if (student.isEmpty() && !malformed.isEmpty()) {
      throw malformed.get(0);
    }
    malformed.forEach(
        e -> LOG.log(System.Logger.Level.WARNING, "Skipped by findByEmail: {0}", e.getMessage()));
    return student;
  }

  private static Optional<Student> inIndex(
      FindByEmail find,
      QueryRequest request,
      List<MalformedItemException> malformed,
      Session session) {
    List<Item> items = new ArrayList<>();
    Map<String, AttributeValue> next = Map.of();
    do {
      QueryResponse page = session.query(startingAt(request, next));
      page.items().forEach(item -> items.add(new Item(item)));
      next = page.lastEvaluatedKey();
    } while (!next.isEmpty());
    FindByEmail.Found found = find.answer(items);
    malformed.addAll(found.malformed());
    return found.student();
  }

  private Optional<Student> byReservation(FindByEmail find, Session session) {
    return find.holder(session.get(find.requestOfReservation()))
        .map(id -> session.get(FindById.request(table, id, false)))
        .flatMap(find::answer);
  }

  /**
   * Changes a profile: reads it, writes on condition that it is as read, and starts again if it has
   * changed.
   */
  public Student change(ProfileChange change, Session session) {
    while (true) {
      Optional<StudentItem> read = StudentItem.read(read(change.id(), session));
      Decision decision = change.decide(read, Dropped.NOTHING, identities.get());
      Optional<Student> changed = carryOut(decision, change, read, session);
      if (changed.isPresent()) {
        return changed.get();
      }
      session.awaitRebuild(change.id());
    }
  }

  /**
   * Changes the profile of a student that the caller has read. Reads it only if it has changed, or
   * if there is nothing to write, because then no condition would be checked.
   */
  public Student change(ChangeOfRead change, Session session) {
    return changeGiven(change, session).orElseGet(() -> change((ProfileChange) change, session));
  }

  private Optional<Student> changeGiven(ChangeOfRead change, Session session) {
    if (!change.isFor(change.given())) {
      return Optional.empty();
    }
    StudentItem given = change.assumed();
    Decision decision = change.decide(given, Dropped.NOTHING, identities.get());
    return decision instanceof Decision.Write
        ? carryOut(decision, change, Optional.of(given), session)
        : Optional.empty();
  }

  /**
   * Empty if the student has changed since it was read. Omitted actions apply to this read only,
   * because a student that has changed may have a different address.
   */
  private Optional<Student> carryOut(
      Decision first, ProfileChange change, Optional<StudentItem> read, Session session) {
    Decision decision = first;
    Dropped without = Dropped.NOTHING;
    while (decision instanceof Decision.Write write) {
      Optional<Cancellation> cancellation = session.write(write.transaction());
      if (cancellation.isEmpty()) {
        break;
      }
      Optional<Dropped> dropped = change.drop(cancellation.get(), without);
      if (dropped.isEmpty()) {
        return Optional.empty();
      }
      without = dropped.get();
      decision = change.decide(read, without, identities.get());
    }
    return Optional.of(decision.answer());
  }

  /** Awards XP. */
  public AwardOutcome awardXp(StudentId student, XpAward award, Session session) {
    AwardXp operation = new AwardXp(table, student, award, identities.get());
    Optional<Cancellation> cancellation = session.write(operation.transaction());
    if (cancellation.isEmpty()) {
      return AwardOutcome.APPLIED;
    }
    return operation
        .answer(cancellation.get())
        .orElseGet(() -> operation.answer(session.get(operation.readAward()), cancellation.get()));
  }

  /** Makes several awards to one student, in as few transactions as possible. */
  public List<AwardResult> awardXp(StudentId student, List<XpAward> awards, Session session) {
    AwardSeveral several = new AwardSeveral(table, identities, session);
    return new AwardPlan(awards.stream().map(award -> new StudentAward(student, award)).toList())
        .carryOut(batches -> batches.forEach(batch -> batch.forEach(several::alone)));
  }

  /**
   * Makes awards to many students.
   *
   * @param sessions runs a batch as one call of the store, on the thread on which it is called
   */
  public List<AwardResult> awardXp(
      List<StudentAward> awards, int concurrency, Consumer<Consumer<Session>> sessions) {
    return new AwardPlan(awards)
        .carryOut(
            batches -> {
              ConcurrentBatches.run(
                  batches.stream().map(batch -> run(batch, sessions)).toList(), concurrency);
              SdkException notBegun = AbortedException.create("Interrupted before it was sent");
              batches.forEach(batch -> batch.forEach(student -> student.failAll(notBegun)));
            });
  }

  private Runnable run(List<PendingAwards> batch, Consumer<Consumer<Session>> sessions) {
    return () ->
        sessions.accept(session -> new AwardSeveral(table, identities, session).together(batch));
  }

  /** Returns the student, or throws if the options do not find it. */
  public Student requireStudent(StudentId id, Set<FindOption> options, Session session) {
    return findById(id, options, session).orElseThrow(() -> new StudentNotFoundException(id));
  }

  /**
   * Reads one page of a student's awards, after the given key, or from the first award if the key
   * is empty. The student is read after it, as the last item of the page or separately, because if
   * it has been erased, some awards may be missing, or belong to another student with the same id.
   *
   * @param student the student as it was when the listing started
   */
  public AwardPage awards(
      Student student,
      Set<FindOption> options,
      Map<String, AttributeValue> start,
      Session session) {
    boolean consistent = !options.contains(FindOption.EVENTUALLY_CONSISTENT);
    ListAwards list = new ListAwards(table, student.id(), consistent);
    QueryResponse page = session.query(startingAt(list.request(), start));
    List<Item> items = page.items().stream().map(Item::new).toList();
    Item inPage = list.student(items);
    Item now =
        inPage.isEmpty() ? session.get(FindById.request(table, student.id(), consistent)) : inPage;
    boolean isStillThere =
        StudentItem.read(now)
            .filter(read -> Incarnation.canBeSame(student, read.student()))
            .isPresent();
    if (!isStillThere) {
      throw new StudentNotFoundException(student.id());
    }
    return new AwardPage(ListAwards.awards(items), page.lastEvaluatedKey());
  }

  /** Erases a student. */
  public void erase(StudentId id, Session session) {
    EraseStudent erase = new EraseStudent(table, id);
    while (true) {
      Item student = read(id, session);
      Optional<Item> left = mark(erase, student, session);
      if (left.isPresent() && removeAwards(erase, left.get(), session)) {
        return;
      }
      session.awaitRebuild(id);
    }
  }

  /**
   * Replaces the student by the marker and returns the marker, or an empty item if there is no
   * student. Empty if the student has changed.
   */
  private Optional<Item> mark(EraseStudent erase, Item student, Session session) {
    if (student.isEmpty() || erase.isMarked(student)) {
      return Optional.of(student);
    }
    Dropped dropped = Dropped.NOTHING;
    while (true) {
      RequestIdentity identity = identities.get();
      Optional<Cancellation> cancellation =
          session.write(erase.putMark(student, dropped, identity));
      if (cancellation.isEmpty()) {
        session.progress();
        return Optional.of(erase.mark(identity));
      }
      if (cancellation.get().failed(ActionRole.STUDENT)) {
        return Optional.empty();
      }
      dropped = dropped.andReleases(cancellation.get().unreleased());
    }
  }

  /**
   * Whether all awards are deleted, as opposed to a student having been created while awards
   * without a student were being deleted. If the marker no longer exists, another erasure deleted
   * it together with the last award, and a student that has the id now is not the one to erase.
   */
  private boolean removeAwards(EraseStudent erase, Item mark, Session session) {
    while (true) {
      QueryResponse page = session.query(erase.nextAwards());
      List<Item> awards = page.items().stream().map(Item::new).toList();
      boolean last = page.lastEvaluatedKey().isEmpty();
      if (mark.isEmpty() && awards.isEmpty()) {
        return true;
      }
      RequestIdentity identity = identities.get();
      Optional<Cancellation> cancellation =
          session.write(
              mark.isEmpty()
                  ? erase.removeLeftOver(awards, identity)
                  : erase.removeMarked(mark, awards, last, identity));
      if (last || cancellation.isPresent()) {
        return cancellation.isEmpty() || !mark.isEmpty();
      }
      session.progress();
    }
  }

  private Item read(StudentId id, Session session) {
    return session.get(FindById.request(table, id, true));
  }

  private static QueryRequest startingAt(QueryRequest request, Map<String, AttributeValue> key) {
    return key.isEmpty() ? request : request.toBuilder().exclusiveStartKey(key).build();
  }
}
