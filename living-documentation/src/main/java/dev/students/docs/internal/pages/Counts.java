package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Verdict;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many of something ended how.
 *
 * @param byVerdict in the order of the verdicts, without zeros
 */
public record Counts(int all, Map<Verdict, Integer> byVerdict) {

  static Counts of(Collection<Verdict> verdicts) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    verdicts.forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
    return new Counts(verdicts.size(), new TreeMap<>(counts));
  }

  int of(Verdict verdict) {
    return byVerdict.getOrDefault(verdict, 0);
  }

  int open() {
    return byVerdict.entrySet().stream()
        .filter(entry -> entry.getKey().isOpen())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** A number with its noun, which takes an s for more than one. */
  public static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
