package dev.students.cli.internal.output;

import java.util.Locale;

/** A number and what it counts, such as "1 item" or "1,200 items". */
public final class Counted {

  private Counted() {}

  /**
   * Puts the noun into the plural unless the number is 1.
   *
   * @param noun in the singular, of those whose plural ends in s
   */
  public static String of(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
