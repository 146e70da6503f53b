package dev.students.data;

/**
 * An amount of XP to award to a student or to deduct.
 *
 * @param id the id under which it is applied once
 * @param amount the XP: positive to award, negative to deduct, never 0, at most {@link #MAX_XP} in
 *     either direction
 */
public record XpAward(AwardId id, long amount) {

  /**
   * The most XP that a student can have: 2⁵³ − 1, the largest integer that every JSON parser
   * represents exactly.
   */
  public static final long MAX_XP = (1L << 53) - 1;

  /**
   * @throws InvalidValueException (field {@code amount}) if it is 0 or too large
   */
  public XpAward {
    if (amount == 0 || amount > MAX_XP || amount < -MAX_XP) {
      throw new InvalidValueException(
          "amount", "must be from 1 to %d XP, or from -1 to -%<d XP to deduct".formatted(MAX_XP));
    }
  }

  /**
   * Returns an award with the given id and amount.
   *
   * @throws InvalidValueException (field {@code amount}) if it is 0 or too large
   */
  public static XpAward of(AwardId id, long amount) {
    return new XpAward(id, amount);
  }
}
