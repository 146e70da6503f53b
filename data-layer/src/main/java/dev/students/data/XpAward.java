package dev.students.data;

/**
 * XP to give to a student, or to take from one.
 *
 * @param id the id under which it is applied once
 * @param amount the XP: positive to give, negative to take, never 0, at most {@link #MAX_XP} either
 *     way
 */
public record XpAward(AwardId id, long amount) {

  /** The most XP that a student can have: 2⁵³ − 1, which every JSON reader keeps exactly. */
  public static final long MAX_XP = (1L << 53) - 1;

  /**
   * @throws InvalidValueException (field {@code amount}) if it is 0 or too large
   */
  public XpAward {
    if (amount == 0 || amount > MAX_XP || amount < -MAX_XP) {
      throw new InvalidValueException(
          "amount", "must be 1 to %d XP, or as many below 0 to deduct".formatted(MAX_XP));
    }
  }

  /**
   * An award of that id and amount.
   *
   * @throws InvalidValueException (field {@code amount}) if it is 0 or too large
   */
  public static XpAward of(AwardId id, long amount) {
    return new XpAward(id, amount);
  }
}
