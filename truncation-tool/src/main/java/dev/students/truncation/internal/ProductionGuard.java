package dev.students.truncation.internal;

import dev.students.truncation.Guard;
import dev.students.truncation.TruncationRefusedException;
import java.util.Locale;
import java.util.Set;

/** Production is never emptied, whatever permits exist. */
public final class ProductionGuard {

  private static final Set<String> NAMES = Set.of("production", "prod");

  private ProductionGuard() {}

  /** Refuses a name one of whose words is production's: {@code students-production-Table1}. */
  public static void check(String what, String name) {
    for (String word : name.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
      if (NAMES.contains(word)) {
        throw new TruncationRefusedException(
            Guard.PRODUCTION,
            "The " + what + " " + name + " is production's by its name, and is never emptied.");
      }
    }
  }
}
