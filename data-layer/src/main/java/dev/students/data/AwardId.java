package dev.students.data;

import dev.students.data.internal.ValueRules;
import java.util.UUID;

/**
 * The id of an award of XP. For one student, the same id is the same award, which is applied once.
 * 1 to 128 of {@code A-Z a-z 0-9 . _ : -}.
 *
 * @param value the id
 */
public record AwardId(String value) {

  /**
   * @throws InvalidValueException (field {@code awardId}) if it is not such an id
   */
  public AwardId {
    ValueRules.identifier("awardId", value);
  }

  /**
   * The id of that value.
   *
   * @throws InvalidValueException (field {@code awardId}) if it is not such an id
   */
  public static AwardId of(String value) {
    return new AwardId(value);
  }

  /** An id that no award has: a random UUID. Keep it, to repeat the award safely. */
  public static AwardId random() {
    return new AwardId(UUID.randomUUID().toString());
  }
}
