package dev.students.data;

import dev.students.data.internal.AwardPage;
import dev.students.data.internal.ChangeOfRead;
import dev.students.data.internal.Operations;
import dev.students.data.internal.ProfileChange;
import dev.students.data.internal.RequestIdentity;
import dev.students.data.internal.RestoreStudent;
import dev.students.data.internal.RetryPolicy;
import dev.students.data.internal.Session;
import dev.students.data.internal.SoftDeleteStudent;
import dev.students.data.internal.UpdateStudent;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Students in one DynamoDB table (see {@link StudentTable}).
 *
 * <p>Every write is one transaction under a client token, so that what the SDK repeats after a lost
 * response is applied once. A transaction that DynamoDB cancels for a conflict or for throttling is
 * repeated by the store, and a change is built anew when the student has changed in between, each
 * after a pause with full jitter, at most 10 times and for 5 s, counted from the last progress. An
 * interrupt ends such a pause with the SDK's {@code AbortedException}.
 *
 * <p>What is refused is a {@link StudentStoreException}: when DynamoDB judged it, the change was
 * not made. One case remains in which it can be made later. If an attempt of the SDK gets no
 * response and the next one is refused, the first may still be on its way; should somebody remove
 * the reason of the refusal before it arrives, it is applied. DynamoDB accepts a request for at
 * most some minutes after it was signed, so that is how long it takes until a refusal after a
 * timeout is final. A change that is conditioned on a version that has moved on is never applied
 * late.
 *
 * <p>Failures of AWS arrive as the SDK's own exceptions; whether the write was applied is unknown
 * then, and repeating it is safe: {@link #awardXp(StudentId, XpAward) awardXp} always, {@link
 * #create} with a chosen id, the others because they state the result.
 *
 * <p>Thread-safe. The client stays the caller's: the store does not close it. What each operation
 * requests and costs is in {@code docs/access-patterns.md}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">DynamoDB
 *     transactions</a>
 */
public final class StudentStore {

  private static final System.Logger LOG = System.getLogger(StudentStore.class.getName());

  private final DynamoDbClient client;
  private final String table;
  private final @Nullable StoreListener listener;
  private final RetryPolicy retries;
  private final Operations operations;

  private StudentStore(Builder builder) {
    this.client = builder.client;
    this.table = builder.table;
    this.listener = builder.listener;
    this.retries = builder.retries;
    this.operations =
        new Operations(
            table,
            builder.identities == null
                ? RequestIdentity.source(builder.clock)
                : builder.identities);
  }

  /** A store on that table, with the system's clock and no listener. */
  public static StudentStore create(DynamoDbClient client, String tableName) {
    return builder(client, tableName).build();
  }

  /** Starts a store on that table. */
  public static Builder builder(DynamoDbClient client, String tableName) {
    return new Builder(client, tableName);
  }

  /**
   * Creates a student with 0 XP.
   *
   * <p>With a chosen id it is safe to repeat: the same id with the same content returns the student
   * as it is now, be it changed or deleted since.
   *
   * @throws EmailTakenException if another student has the address
   * @throws StudentExistsException if the chosen id was used for other content
   */
  public Student create(NewStudent student) {
    return call(StoreCall.Operation.CREATE, session -> operations.create(student, session));
  }

  /**
   * The student of that id. Empty if there is none or it is deleted. Strongly consistent unless
   * asked otherwise.
   *
   * @throws MalformedItemException if the item is not what a student's should be
   */
  public Optional<Student> findById(StudentId id, FindOption... options) {
    Set<FindOption> set = setOf(options);
    return call(StoreCall.Operation.FIND_BY_ID, session -> operations.findById(id, set, session));
  }

  /**
   * The student of that e-mail address, compared without regard to case (Unicode's full case
   * folding). Empty if there is none or it is deleted. Eventually consistent: the last changes may
   * not show.
   *
   * <p>Where the index shows several students with one address, it is the one for whom it is
   * reserved, which it was last; or else, when a legacy client let them have it, the one whose id
   * sorts first. A malformed item with the address does not hide a student: it is skipped and its
   * key logged as a warning (logger {@code dev.students.data.StudentStore}).
   *
   * @throws MalformedItemException if nothing but malformed items has the address
   */
  public Optional<Student> findByEmail(EmailAddress email) {
    return call(
        StoreCall.Operation.FIND_BY_EMAIL, session -> operations.findByEmail(email, session));
  }

  /**
   * Changes a student's names or e-mail address. An update with unchanged values writes nothing and
   * keeps the version.
   *
   * @return the student as changed; its XP is that of just before
   * @throws StudentNotFoundException if there is none, or it is deleted
   * @throws EmailTakenException if another student has the new address
   * @throws StaleVersionException if the update gives a version and the student is at another
   * @throws ContentionException if others kept changing the student
   */
  public Student update(StudentId id, StudentUpdate update) {
    return change(StoreCall.Operation.UPDATE, new UpdateStudent(table, id, update));
  }

  /**
   * Changes the profile of a student that the caller has just read: one request instead of two.
   *
   * <p>The change is made if the student still is as it was read, XP aside, and is refused if not;
   * with {@link ChangeOption#READ_AGAIN_IF_CHANGED} it is read again and changed as it is now. A
   * repetition is recognized by its result, one version on. Of a student at version 0, which a
   * legacy client wrote, nothing tells whether it is still the same one: it is refused when it has
   * changed, whatever the options.
   *
   * @param read the student as the store answered it
   * @return the student as changed; its XP is that of {@code read}, unless it was read again
   * @throws StudentNotFoundException if there is none by now, or it is deleted
   * @throws EmailTakenException if another student has the new address
   * @throws StaleVersionException if the student has changed, or is at another version than the
   *     update gives
   * @throws ContentionException if others kept changing the student
   */
  public Student update(Student read, StudentUpdate update, ChangeOption... options) {
    return change(
        StoreCall.Operation.UPDATE, new UpdateStudent(table, read.id(), update), read, options);
  }

  /**
   * Deletes a student so that it can be restored, and frees its e-mail address. Repeating it
   * changes nothing.
   *
   * @return the deleted student
   * @throws StudentNotFoundException if there never was one
   * @throws ContentionException if others kept changing the student
   */
  public Student softDelete(StudentId id) {
    return softDelete(id, OptionalLong.empty());
  }

  /**
   * The same at an expected version. On a student that is deleted already, the next version is
   * accepted too, since an earlier call may have left it there.
   *
   * @throws StudentNotFoundException if there never was one
   * @throws StaleVersionException if the student is at another version
   */
  public Student softDelete(StudentId id, long expectedVersion) {
    return softDelete(id, OptionalLong.of(expectedVersion));
  }

  /**
   * Deletes a student that the caller has just read, as {@link #update(Student, StudentUpdate,
   * ChangeOption...)} changes one: one request instead of two.
   *
   * @param read the student as the store answered it
   * @return the deleted student; its XP is that of {@code read}, unless it was read again
   * @throws StudentNotFoundException if it was erased
   * @throws StaleVersionException if the student has changed
   * @throws ContentionException if others kept changing the student
   */
  public Student softDelete(Student read, ChangeOption... options) {
    return change(
        StoreCall.Operation.SOFT_DELETE,
        new SoftDeleteStudent(table, read.id(), OptionalLong.empty()),
        read,
        options);
  }

  /**
   * Undoes a soft deletion and claims the e-mail address again. Repeating it changes nothing.
   *
   * @return the restored student
   * @throws StudentNotFoundException if there never was one
   * @throws EmailTakenException if another student has the address by now
   * @throws ContentionException if others kept changing the student
   */
  public Student restore(StudentId id) {
    return restore(id, OptionalLong.empty());
  }

  /**
   * The same at an expected version. On a student that is not deleted, the next version is accepted
   * too, since an earlier call may have left it there.
   *
   * @throws StudentNotFoundException if there never was one
   * @throws EmailTakenException if another student has the address by now
   * @throws StaleVersionException if the student is at another version
   */
  public Student restore(StudentId id, long expectedVersion) {
    return restore(id, OptionalLong.of(expectedVersion));
  }

  /**
   * Restores a student that the caller has just read, as {@link #update(Student, StudentUpdate,
   * ChangeOption...)} changes one: one request instead of two.
   *
   * @param read the student as the store answered it
   * @return the restored student; its XP is that of {@code read}, unless it was read again
   * @throws StudentNotFoundException if it was erased
   * @throws EmailTakenException if another student has the address by now
   * @throws StaleVersionException if the student has changed
   * @throws ContentionException if others kept changing the student
   */
  public Student restore(Student read, ChangeOption... options) {
    return change(
        StoreCall.Operation.RESTORE,
        new RestoreStudent(table, read.id(), OptionalLong.empty()),
        read,
        options);
  }

  /**
   * Gives XP to a student, or takes it, exactly once for each award id, for ever and across
   * processes.
   *
   * @return whether this call applied the award or an earlier one did, whatever became of the
   *     student since
   * @throws StudentNotFoundException if there is none, or it is deleted
   * @throws AwardMismatchException if the award was applied with another amount
   * @throws InsufficientXpException if the student has less than the deduction takes
   * @throws XpLimitExceededException if the student would have more than {@link XpAward#MAX_XP}
   */
  public AwardOutcome awardXp(StudentId id, XpAward award) {
    return call(StoreCall.Operation.AWARD_XP, session -> operations.awardXp(id, award, session));
  }

  /**
   * Gives one student several awards, each as {@link #awardXp(StudentId, XpAward)} would, in as few
   * requests as possible: 99 awards take one transaction.
   *
   * <p>They are given in their order, but for an award that comes twice and is refused the first
   * time, which is tried again after the others. One that is refused does not keep the others back.
   *
   * @return what became of each award, in the order in which they were given: recorded or refused.
   *     Empty, without a request, for no awards
   * @throws SdkException if AWS fails. Those before may have been applied; to repeat the call is
   *     safe and tells which
   * @throws ContentionException if others kept changing the student; likewise
   */
  public List<AwardResult> awardXp(StudentId id, List<XpAward> awards) {
    List<XpAward> copy = List.copyOf(awards);
    return copy.isEmpty()
        ? List.of()
        : call(StoreCall.Operation.AWARD_XP, session -> operations.awardXp(id, copy, session));
  }

  /**
   * Gives many students awards, each as {@link #awardXp(StudentId, XpAward)} would, in as few
   * requests as possible: 50 students with one award each share a transaction, and so do 99 awards
   * of one student. What fails for one student does not concern the others.
   *
   * <p>Each student's awards are given in their order, as by {@link #awardXp(StudentId, List)}. A
   * listener is told of one call for each group of students that share a transaction. An interrupt
   * ends the call early; it stays set, and what was not done is {@link AwardResult.Unknown}.
   *
   * @param concurrency how many transactions are on their way at a time, 1 or more. The store
   *     starts as many threads for this call, or none for one
   * @return what became of each award, in the order in which they were given, failures of AWS
   *     included
   * @throws InvalidValueException (field {@code concurrency}) if it is less than 1
   */
  public List<AwardResult> awardXp(List<StudentAward> awards, int concurrency) {
    if (concurrency < 1) {
      throw new InvalidValueException("concurrency", "must be 1 or more");
    }
    return operations.awardXp(
        List.copyOf(awards), concurrency, body -> run(StoreCall.Operation.AWARD_XP, body));
  }

  /**
   * A student's awards, in the order of their ids. Pages of 1 MB, some thousand awards, are read
   * while iterating; each iteration reads anew. Options as for {@link #findById}. A malformed award
   * is reported by {@code next()} when it is its turn, with a {@link MalformedItemException}; the
   * iteration can go on after it.
   *
   * <p>If the student is erased while iterating, the next page is refused with a {@link
   * StudentNotFoundException}, so that awards of two students who have the id one after the other
   * are not listed as one's. Nothing tells two students of a legacy client apart that nobody has
   * changed, nor an old page from a new one with {@link FindOption#EVENTUALLY_CONSISTENT}.
   *
   * @throws StudentNotFoundException at once, if there is none, or it is deleted and deleted ones
   *     were not asked for
   */
  public SdkIterable<RecordedAward> awards(StudentId id, FindOption... options) {
    Set<FindOption> set = setOf(options);
    Student student =
        call(StoreCall.Operation.AWARDS, session -> operations.requireStudent(id, set, session));
    return AwardPage.all(
        start ->
            call(
                StoreCall.Operation.AWARDS,
                session -> operations.awards(student, set, start, session)));
  }

  /**
   * Removes a student, its e-mail reservation and its awards for good. It cannot be undone.
   *
   * <p>The personal data goes first, in one transaction; awards follow, 99 at a time. If it fails
   * half-way, repeat it: it goes on from there. Erasing a student that is not there does nothing. A
   * malformed item is erased too, with every reservation that it can name.
   *
   * @throws ContentionException if others kept changing the student
   */
  public void erase(StudentId id) {
    run(StoreCall.Operation.ERASE, session -> operations.erase(id, session));
  }

  private Student softDelete(StudentId id, OptionalLong version) {
    return change(StoreCall.Operation.SOFT_DELETE, new SoftDeleteStudent(table, id, version));
  }

  private Student restore(StudentId id, OptionalLong version) {
    return change(StoreCall.Operation.RESTORE, new RestoreStudent(table, id, version));
  }

  private Student change(StoreCall.Operation operation, ProfileChange change) {
    return call(operation, session -> operations.change(change, session));
  }

  private Student change(
      StoreCall.Operation operation, ProfileChange change, Student read, ChangeOption... options) {
    boolean readsAgain = List.of(options).contains(ChangeOption.READ_AGAIN_IF_CHANGED);
    ChangeOfRead onRead = new ChangeOfRead(change, read, readsAgain);
    return call(operation, session -> operations.change(onRead, session));
  }

  private <T> T call(StoreCall.Operation operation, Function<Session, T> body) {
    Session session = session();
    try {
      return body.apply(session);
    } finally {
      tell(session, operation);
    }
  }

  private void run(StoreCall.Operation operation, Consumer<Session> body) {
    Session session = session();
    try {
      body.accept(session);
    } finally {
      tell(session, operation);
    }
  }

  private Session session() {
    return new Session(client, listener != null, retries);
  }

  private void tell(Session session, StoreCall.Operation operation) {
    if (listener == null) {
      return;
    }
    try {
      listener.onCall(session.cost(operation));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "A StoreListener failed", e);
    }
  }

  private static Set<FindOption> setOf(FindOption... options) {
    Set<FindOption> set = EnumSet.noneOf(FindOption.class);
    set.addAll(List.of(options));
    return set;
  }

  /** Collects how a store works. Not thread-safe. */
  public static final class Builder {

    private final DynamoDbClient client;
    private final String table;
    private InstantSource clock = InstantSource.system();
    private @Nullable StoreListener listener;
    private RetryPolicy retries = RetryPolicy.DEFAULT;
    private @Nullable Supplier<RequestIdentity> identities;

    private Builder(DynamoDbClient client, String table) {
      this.client = client;
      this.table = table;
    }

    /** The source of the times in the items; the system's clock unless set. */
    public Builder clock(InstantSource source) {
      this.clock = source;
      return this;
    }

    /** Receives what each call cost. None unless set, and then DynamoDB is not asked for units. */
    public Builder listener(StoreListener listener) {
      this.listener = listener;
      return this;
    }

    /** For tests. */
    Builder retries(RetryPolicy own) {
      this.retries = own;
      return this;
    }

    /** For tests. */
    Builder identities(Supplier<RequestIdentity> own) {
      this.identities = own;
      return this;
    }

    /** The store. */
    public StudentStore build() {
      return new StudentStore(this);
    }
  }
}
