package dev.students.data;

/**
 * The cost of one call of the store. Contains neither personal data nor ids.
 *
 * @param operation the operation that was called
 * @param requests the number of requests that the store made through the SDK. A request that the
 *     SDK itself retries counts once; the SDK's own metrics show its retries
 * @param readUnits read units as DynamoDB reported them; failed requests report none
 * @param writeUnits write units as DynamoDB reported them; failed requests report none. A
 *     transaction that the SDK retried after a lost response reports read units instead
 * @param retries how many of the requests were retries by the store: transactions that conflicted
 *     with other writes, and transactions that were rebuilt because the student had changed
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ConsumedCapacity.html">ConsumedCapacity</a>
 */
public record StoreCall(
    Operation operation, int requests, double readUnits, double writeUnits, int retries) {

  /** The operations of {@link StudentStore}, named after its methods. */
  public enum Operation {
    /** {@link StudentStore#create}. */
    CREATE,
    /** {@link StudentStore#findById}. */
    FIND_BY_ID,
    /** {@link StudentStore#findByEmail}. */
    FIND_BY_EMAIL,
    /** {@link StudentStore#update(StudentId, StudentUpdate)}. */
    UPDATE,
    /** {@link StudentStore#softDelete(StudentId)}. */
    SOFT_DELETE,
    /** {@link StudentStore#restore(StudentId)}. */
    RESTORE,
    /**
     * {@link StudentStore#awardXp(StudentId, XpAward)}; for many students, one call for each group
     * that shares a transaction.
     */
    AWARD_XP,
    /** {@link StudentStore#awards}: one call for the student, and one for each page of awards. */
    AWARDS,
    /** {@link StudentStore#erase}. */
    ERASE
  }
}
