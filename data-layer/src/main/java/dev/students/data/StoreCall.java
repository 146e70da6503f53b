package dev.students.data;

/**
 * What one call of the store cost. Carries no personal data and no id.
 *
 * @param operation which operation it was
 * @param requests how many requests the store made of the SDK; those that the SDK itself repeats
 *     count once, its own metrics have them
 * @param readUnits read units as DynamoDB reported them; failed requests report none
 * @param writeUnits write units as DynamoDB reported them; failed requests report none. A
 *     transaction that the SDK repeated after a lost response reports read units instead
 * @param retries how many of the requests were made again: transactions that conflicted with
 *     others, and those built anew because the student had changed
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ConsumedCapacity.html">ConsumedCapacity</a>
 */
public record StoreCall(
    Operation operation, int requests, double readUnits, double writeUnits, int retries) {

  /** The operations of {@link StudentStore}, named as its methods. */
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
     * {@link StudentStore#awardXp(StudentId, XpAward)}; of many students, one call for each group
     * that shares a transaction.
     */
    AWARD_XP,
    /** {@link StudentStore#awards}: one call for the student, and one for each page of awards. */
    AWARDS,
    /** {@link StudentStore#erase}. */
    ERASE
  }
}
