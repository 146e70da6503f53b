package dev.students.cli.internal.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Suggests the name that was meant by a mistyped one. */
final class Suggestion {

  private static final int MISTAKES = 2;

  private Suggestion() {}

  /**
   * Returns the closest name: one that is a prefix or suffix of the other, or one with few letters
   * changed.
   */
  static Optional<String> of(String typed, Collection<String> names) {
    return names.stream()
        .filter(name -> !name.equals(typed)) // it stands where it cannot be an option
        .filter(name -> isNear(typed, name))
        .min(Comparator.comparingInt(name -> distance(typed, name)));
  }

  private static boolean isNear(String typed, String name) {
    boolean enough = typed.replace("-", "").length() > 1;
    return (enough && (name.startsWith(typed) || typed.startsWith(name) || name.endsWith(typed)))
        || distance(typed, name) <= Math.min(MISTAKES, name.length() / 3);
  }

  /**
   * The number of letters that have to be added, removed or replaced.
   *
   * @see <a href="https://en.wikipedia.org/wiki/Levenshtein_distance">Levenshtein distance</a>
   */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
