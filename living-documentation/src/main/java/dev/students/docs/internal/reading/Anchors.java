package dev.students.docs.internal.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives siblings anchors from their names, so that an address says what it leads to and is the same
 * in every run. The second of two equal names gets {@code -2}, in the order of the file.
 */
public final class Anchors {

  private static final int LONGEST = 80;
  private static final Pattern APOSTROPHE = Pattern.compile("['’]");
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Map<String, Integer> times = new HashMap<>();
  private final Set<String> given = new HashSet<>();

  String next(String prefix, String name) {
    String anchor = prefix + of(name);
    String next;
    do {
      int nth = times.merge(anchor, 1, Integer::sum);
      next = nth == 1 ? anchor : anchor + "-" + nth;
    } while (!given.add(next)); // a sibling may be called so by its own name
    return next;
  }

  /** The words of a name in small letters, joined by hyphens. */
  public static String of(String name) {
    String plain = APOSTROPHE.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    String words = OTHERS.matcher(plain).replaceAll("-").replaceAll("^-|-$", "");
    if (words.length() > LONGEST) {
      int end = words.lastIndexOf('-', LONGEST);
      words = words.substring(0, end > 0 ? end : LONGEST);
    }
    return words.isEmpty() ? "unnamed" : words;
  }
}
