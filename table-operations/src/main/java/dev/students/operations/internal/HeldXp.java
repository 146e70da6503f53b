package dev.students.operations.internal;

import dev.students.data.StoredItem;
import java.util.List;

/**
 * The XP that a student in the table has.
 *
 * @param total all of it
 * @param awarded what its awards add up to
 * @param awards how many awards there are
 */
record HeldXp(long total, long awarded, long awards) {

  /** Of the items of a student, if there is one. */
  static HeldXp of(List<StoredItem> items) {
    HeldXp held = new HeldXp(0, 0, 0);
    for (StoredItem item : items) {
      held = held.with(item);
    }
    return held;
  }

  private HeldXp with(StoredItem item) {
    if (item instanceof StoredItem.OfStudent found) {
      return new HeldXp(total + found.student().xp(), awarded, awards);
    }
    return item instanceof StoredItem.Award given
        ? new HeldXp(total, awarded + given.award().amount(), awards + 1)
        : this;
  }

  /** All of it, or what no award explains. */
  long amount(boolean isTotal) {
    return isTotal ? total : total - awarded;
  }

  /** Whether nothing was given yet. */
  boolean isNone(boolean isTotal) {
    return amount(isTotal) == 0 && (!isTotal || awards == 0);
  }
}
