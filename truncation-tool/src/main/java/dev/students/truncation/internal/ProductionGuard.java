package dev.students.truncation.internal;

import dev.students.truncation.Guard;
import dev.students.truncation.ProductionName;
import dev.students.truncation.TruncationRefusedException;

/** Refuses to truncate production, regardless of permits. */
public final class ProductionGuard {

  private ProductionGuard() {}

  /** Refuses a name that {@link ProductionName} recognizes as production. */
  public static void check(String what, String name) {
    if (ProductionName.matches(name)) {
      throw new TruncationRefusedException(
          Guard.PRODUCTION,
          "The "
              + what
              + " "
              + name
              + " is named as production, and production is never truncated.");
    }
  }
}
