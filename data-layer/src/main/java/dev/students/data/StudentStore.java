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
 * <p>Every write is one transaction with a client request token, so that a request that the SDK
 * retries after a lost response is applied once. If DynamoDB cancels a transaction because of a
 * conflict or throttling, the store retries it; if the student has changed in the meantime, the
 * store reads it again and rebuilds the transaction. Both use backoff with full jitter and make at
 * most 10 attempts within 5 s, counted from the last progress. Interrupting the thread ends the
 * wait with the SDK's {@code AbortedException}.
 *
 * <p>A refusal is a {@link StudentStoreException}: the change was not made. In one case it can
 * still take effect later. If an attempt of the SDK gets no response and its retry is refused, the
 * first attempt may still be in flight; if the reason for the refusal disappears before it arrives,
 * it is applied. DynamoDB accepts a request only for a few minutes after it was signed, and after
 * that a refusal that followed a timeout is final. A change that is conditional on a version that
 * is no longer current is never applied late.
 *
 * <p>Failures of AWS are reported as the SDK's own exceptions. It is then unknown whether the write
 * was applied. Repeating the call is safe: for {@link #awardXp(StudentId, XpAward) awardXp} always,
 * for {@link #create} with a chosen id, and for the other operations because they describe the
 * intended state.
 *
 * <p>Thread-safe. The store does not close the client. {@code docs/access-patterns.md} lists the
 * requests and the cost of each operation.
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

  /** Creates a store for the given table, with the system clock and without a listener. */
  public static StudentStore create(DynamoDbClient client, String tableName) {
    return builder(client, tableName).build();
  }

  /** Starts building a store for the given table. */
  public static Builder builder(DynamoDbClient client, String tableName) {
    return new Builder(client, tableName);
  }

  /**
   * Creates a student with 0 XP.
   *
   * <p>With a chosen id the call is safe to repeat: the same id with the same content returns the
   * current student, even if it has been changed or deleted since.
   *
   * @throws EmailTakenException if another student has the address
   * @throws StudentExistsException if the chosen id was used for a student with different content
   */
  public Student create(NewStudent student) {
    return call(StoreCall.Operation.CREATE, session -> operations.create(student, session));
  }

  /**
   * Finds a student by id. Empty if there is none or it is soft-deleted. Strongly consistent unless
   * an option says otherwise.
   *
   * @throws MalformedItemException if the student's item is invalid
   */
  public Optional<Student> findById(StudentId id, FindOption... options) {
    Set<FindOption> set = setOf(options);
    return call(StoreCall.Operation.FIND_BY_ID, session -> operations.findById(id, set, session));
  }

  /**
   * Finds a student by e-mail address, compared case-insensitively (Unicode's full case folding).
   * Empty if there is none or it is soft-deleted. Eventually consistent: may not reflect the latest
   * changes.
   *
   * <p>If the index contains several students with the address, returns the one that holds the
   * reservation, or the one that obtained it last. If none holds it, because a legacy client gave
   * several students the same address, returns the one whose id sorts first. A malformed item with
   * the address does not hide a student: it is skipped, and its key is logged as a warning (logger
   * {@code dev.students.data.StudentStore}).
   *
   * @throws MalformedItemException if only malformed items have the address
   */
  public Optional<Student> findByEmail(EmailAddress email) {
    return call(
        StoreCall.Operation.FIND_BY_EMAIL, session -> operations.findByEmail(email, session));
  }

  /**
   * Changes a student's names or e-mail address. An update that changes no value writes nothing and
   * keeps the version.
   *
   * @return the changed student, with the XP as it was read before the change
   * @throws StudentNotFoundException if there is none, or it is soft-deleted
   * @throws EmailTakenException if another student has the new address
   * @throws StaleVersionException if the update expects a version and the student is at a different
   *     one
   * @throws ContentionException if other writers kept changing the student
   */
  public Student update(StudentId id, StudentUpdate update) {
    return change(StoreCall.Operation.UPDATE, new UpdateStudent(table, id, update));
  }

  /**
   * Changes the profile of a student that the caller has just read, with one request instead of
   * two.
   *
   * <p>The change is applied if, apart from XP, the student is still as it was read. Otherwise it
   * is refused, or, with {@link ChangeOption#READ_AGAIN_IF_CHANGED}, the student is read again and
   * the change is applied to its current state. A repeated call is recognized by its result: the
   * same profile at the next version. A student at version 0 was written by a legacy client, and
   * after a change it cannot be told whether it is still the same student; the change is then
   * refused regardless of the options.
   *
   * @param read the student as returned by the store
   * @return the changed student, with the XP of {@code read} unless it was read again
   * @throws StudentNotFoundException if the student no longer exists or is soft-deleted
   * @throws EmailTakenException if another student has the new address
   * @throws StaleVersionException if the student has changed, or is not at the version that the
   *     update expects
   * @throws ContentionException if other writers kept changing the student
   */
  public Student update(Student read, StudentUpdate update, ChangeOption... options) {
    return change(
        StoreCall.Operation.UPDATE, new UpdateStudent(table, read.id(), update), read, options);
  }

  /**
   * Soft-deletes a student, so that it can be restored, and frees its e-mail address. Repeating the
   * call changes nothing.
   *
   * @return the deleted student
   * @throws StudentNotFoundException if there is no student with the id, deleted or not
   * @throws ContentionException if other writers kept changing the student
   */
  public Student softDelete(StudentId id) {
    return softDelete(id, OptionalLong.empty());
  }

  /**
   * Soft-deletes a student that is at the expected version. If the student is already deleted, the
   * next version is accepted too, because an earlier identical call may have produced it.
   *
   * @throws StudentNotFoundException if there is no student with the id, deleted or not
   * @throws StaleVersionException if the student is at a different version
   */
  public Student softDelete(StudentId id, long expectedVersion) {
    return softDelete(id, OptionalLong.of(expectedVersion));
  }

  /**
   * Soft-deletes a student that the caller has just read, with one request instead of two, as
   * {@link #update(Student, StudentUpdate, ChangeOption...)} does.
   *
   * @param read the student as returned by the store
   * @return the deleted student, with the XP of {@code read} unless it was read again
   * @throws StudentNotFoundException if it was erased
   * @throws StaleVersionException if the student has changed
   * @throws ContentionException if other writers kept changing the student
   */
  public Student softDelete(Student read, ChangeOption... options) {
    return change(
        StoreCall.Operation.SOFT_DELETE,
        new SoftDeleteStudent(table, read.id(), OptionalLong.empty()),
        read,
        options);
  }

  /**
   * Undoes a soft deletion and reserves the e-mail address again. Repeating the call changes
   * nothing.
   *
   * @return the restored student
   * @throws StudentNotFoundException if there is no student with the id, deleted or not
   * @throws EmailTakenException if another student has the address in the meantime
   * @throws ContentionException if other writers kept changing the student
   */
  public Student restore(StudentId id) {
    return restore(id, OptionalLong.empty());
  }

  /**
   * Restores a student that is at the expected version. If the student is not deleted, the next
   * version is accepted too, because an earlier identical call may have produced it.
   *
   * @throws StudentNotFoundException if there is no student with the id, deleted or not
   * @throws EmailTakenException if another student has the address in the meantime
   * @throws StaleVersionException if the student is at a different version
   */
  public Student restore(StudentId id, long expectedVersion) {
    return restore(id, OptionalLong.of(expectedVersion));
  }

  /**
   * Restores a student that the caller has just read, with one request instead of two, as {@link
   * #update(Student, StudentUpdate, ChangeOption...)} does.
   *
   * @param read the student as returned by the store
   * @return the restored student, with the XP of {@code read} unless it was read again
   * @throws StudentNotFoundException if it was erased
   * @throws EmailTakenException if another student has the address in the meantime
   * @throws StaleVersionException if the student has changed
   * @throws ContentionException if other writers kept changing the student
   */
  public Student restore(Student read, ChangeOption... options) {
    return change(
        StoreCall.Operation.RESTORE,
        new RestoreStudent(table, read.id(), OptionalLong.empty()),
        read,
        options);
  }

  /**
   * Awards XP to a student, or deducts it, exactly once for each award id, without a time limit and
   * across processes.
   *
   * <p>An award names its student by id alone. If the student is erased and the id is created
   * again, an award made after that goes to the new student.
   *
   * @return whether this call or an earlier one applied the award; the latter even if the student
   *     has been changed or deleted since
   * @throws StudentNotFoundException if there is none, or it is soft-deleted
   * @throws AwardMismatchException if the award was applied with a different amount
   * @throws InsufficientXpException if the student has less XP than is to be deducted
   * @throws XpLimitExceededException if the student would have more than {@link XpAward#MAX_XP}
   */
  public AwardOutcome awardXp(StudentId id, XpAward award) {
    return call(StoreCall.Operation.AWARD_XP, session -> operations.awardXp(id, award, session));
  }

  /**
   * Makes several awards to one student, each as {@link #awardXp(StudentId, XpAward)} would, in as
   * few requests as possible: 99 awards take one transaction.
   *
   * <p>Awards are applied in list order. If the list contains an award twice and the first is
   * refused, the second is tried after all others. A refused award does not affect the others.
   *
   * @return the result of each award, in list order: recorded or refused. After a lost response, an
   *     award that this call applied can be reported as applied earlier. An empty list needs no
   *     request and returns an empty list
   * @throws SdkException if AWS fails. Some awards may have been applied; repeating the call is
   *     safe and tells which
   * @throws ContentionException if other writers kept changing the student. Some awards may have
   *     been applied, as above
   */
  public List<AwardResult> awardXp(StudentId id, List<XpAward> awards) {
    List<XpAward> copy = List.copyOf(awards);
    return copy.isEmpty()
        ? List.of()
        : call(StoreCall.Operation.AWARD_XP, session -> operations.awardXp(id, copy, session));
  }

  /**
   * Makes awards to many students, each as {@link #awardXp(StudentId, XpAward)} would, in as few
   * requests as possible: 50 students with one award each share a transaction, and so do 99 awards
   * to one student. A failure for one student does not affect the others.
   *
   * <p>The awards to one student are applied in list order, as by {@link #awardXp(StudentId,
   * List)}. A listener receives one call for each group of students that share a transaction.
   * Interrupting the thread ends the call early; the interrupt status stays set, and the awards
   * that were not made are {@link AwardResult.Unknown}.
   *
   * @param concurrency the maximum number of concurrent transactions, at least 1. The store starts
   *     that many threads for this call, or none if it is 1
   * @return the result of each award, in list order, including failures of AWS
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
   * Lists a student's awards, ordered by id. Pages of 1 MB, a few thousand awards, are read lazily;
   * each iteration reads them again. Takes the same options as {@link #findById}. For a malformed
   * award {@code next()} throws a {@link MalformedItemException}; the iteration can continue after
   * it.
   *
   * <p>If the student is erased before the last page is read, reading the next page throws a {@link
   * StudentNotFoundException}, so that a list is never a part of the awards only, and awards of two
   * students who had the same id are never mixed. This cannot be detected for two students that a
   * legacy client wrote and nobody has changed, nor with {@link FindOption#EVENTUALLY_CONSISTENT}.
   *
   * @throws StudentNotFoundException immediately, if there is no student, or it is soft-deleted and
   *     {@link FindOption#INCLUDE_DELETED} is not given
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
   * Removes a student, its e-mail reservation and its awards permanently. This cannot be undone.
   *
   * <p>The personal data is removed first, in one transaction; the awards follow, 99 at a time. If
   * the call fails in between, repeat it to continue. Erasing a nonexistent student does nothing. A
   * malformed item is erased as well, with every reservation that its attributes refer to.
   *
   * @throws ContentionException if other writers kept changing the student
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

  /** Builds a store. Not thread-safe. */
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

    /** Sets the source of the timestamps in the items. The default is the system clock. */
    public Builder clock(InstantSource source) {
      this.clock = source;
      return this;
    }

    /**
     * Sets the listener that receives the cost of each call. By default there is none, and consumed
     * capacity is not requested from DynamoDB.
     */
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

    /** Creates the store. */
    public StudentStore build() {
      return new StudentStore(this);
    }
  }
}
