package dev.students.data;

import dev.students.data.internal.ValueRules;
import java.util.UUID;

/**
 * The id of an XP award: 1 to 128 of the characters {@code A-Z a-z 0-9 . _ : -}. An award with a
 * given id is applied to a student at most once.
 *
 * @param value the id
 */
public record AwardId(String value) {

  /**
   * @throws InvalidValueException (field {@code awardId}) if the value is not a valid id
   */
  public AwardId {
    ValueRules.identifier("awardId", value);
  }

  /**
   * Returns the id with the given value.
   *
   * @throws InvalidValueException (field {@code awardId}) if the value is not a valid id
   */
  public static AwardId of(String value) {
    return new AwardId(value);
  }

  /** Returns a new id, a random UUID. Keep it in order to repeat the award safely. */
  public static AwardId random() {
    return new AwardId(UUID.randomUUID().toString());
  }
}
