package dev.students.docs.internal.reading;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives siblings anchors from their names, so that an address says what it leads to and is the same
 * in every run. Of different names with the same words, the plainest keeps them and each other gets
 * a digest of its name, whatever their order; of equal names the second gets {@code -2}, in the
 * order of the file.
 */
public final class Anchors {

  private static final int LONGEST = 80;
  private static final Pattern APOSTROPHE = Pattern.compile("['’]");
  private static final Pattern NEGATIVE = Pattern.compile("(?<=^|[\\s(=<>\"“])[-−](?=\\d)");
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Map<String, String> plainest = new HashMap<>();
  private final Map<String, Integer> times = new HashMap<>();
  private final Set<String> given = new HashSet<>();

  /**
   * @param names of all siblings
   */
  Anchors(List<String> names) {
    names.stream()
        .sorted(Comparator.comparing(Anchors::signs).thenComparing(name -> name))
        .forEach(name -> plainest.putIfAbsent(of(name), name));
  }

  /** The anchor of the next sibling, in the order of the file. */
  String next(String prefix, String name) {
    String words = of(name);
    String own = plainest.getOrDefault(words, name).equals(name) ? words : words + digest(name);
    String anchor = prefix + own;
    String next;
    do {
      int nth = times.merge(anchor, 1, Integer::sum);
      next = nth == 1 ? anchor : anchor + "-" + nth;
    } while (!given.add(next)); // a sibling may be called so by its own name
    return next;
  }

  /** The words of a name in small letters, joined by hyphens. */
  public static String of(String name) {
    String signed = NEGATIVE.matcher(name).replaceAll("minus ");
    String plain = APOSTROPHE.matcher(signed.toLowerCase(Locale.ROOT)).replaceAll("");
    String words = OTHERS.matcher(plain).replaceAll("-").replaceAll("^-|-$", "");
    if (words.length() > LONGEST) {
      int end = words.lastIndexOf('-', LONGEST);
      words = words.substring(0, end > 0 ? end : LONGEST);
    }
    return words.isEmpty() ? "unnamed" : words;
  }

  /** How much of a name its anchor cannot tell. */
  private static int signs(String name) {
    return name.length() - OTHERS.matcher(name).replaceAll("").length();
  }

  private static String digest(String name) {
    return String.format("-%04x", name.hashCode() & 0xffff);
  }
}
