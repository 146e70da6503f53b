package dev.students.data.internal;

/**
 * Invisible characters: format characters (Unicode's category Cf), those that Unicode calls default
 * ignorable, and the blank Braille pattern.
 *
 * @see <a href="https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point">UAX #44,
 *     Default_Ignorable_Code_Point</a>
 */
final class Invisible {

  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int CANCEL_TAG = 0xE007F;
  private static final int BRAILLE_BLANK = 0x2800;

  private Invisible() {}

  static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT || isDefaultIgnorable(c) || c == BRAILLE_BLANK;
  }

  /** Default ignorable characters other than format characters. */
  private static boolean isDefaultIgnorable(int c) {
    return c == 0x034F // combining grapheme joiner
        || (c >= 0x115F && c <= 0x1160) // Hangul fillers
        || (c >= 0x17B4 && c <= 0x17B5) // Khmer inherent vowels
        || (c >= 0x180B && c <= 0x180F) // Mongolian variation selectors
        || c == 0x2065 // unassigned
        || c == 0x3164 // Hangul filler
        || isVariationSelector(c)
        || c == 0xFFA0 // halfwidth Hangul filler
        || (c >= 0xFFF0 && c <= 0xFFF8)
        || (c >= 0xE0000 && c <= 0xE0FFF);
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }

  /** Whether it is white space or a non-breaking space, which Java distinguishes. */
  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Whether the text consists only of spaces and invisible characters. */
  static boolean isBlank(String value) {
    return start(value) == value.length();
  }

  /** Where the spaces and invisible characters at the beginning end. */
  private static int start(String value) {
    int start = 0;
    while (start < value.length() && isDropped(value.codePointAt(start))) {
      start += Character.charCount(value.codePointAt(start));
    }
    return start;
  }

  static String withoutSpaceAround(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && isSpace(value.charAt(start))) {
      start++;
    }
    while (start < end && isSpace(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  /**
   * Removes leading and trailing spaces and invisible characters, except those with which a word or
   * an emoji legitimately ends: a joiner after a virama, a variation selector, and the last tag of
   * a flag.
   */
  static String withoutInvisibleAround(String value) {
    if (ValueRules.isPrintableAscii(value)) {
      return value.strip();
    }
    int start = start(value);
    int end = value.length();
    while (start < end && isDropped(value.codePointBefore(end)) && !isPartOfEnd(value, end)) {
      end -= Character.charCount(value.codePointBefore(end));
    }
    return value.substring(start, end);
  }

  static String withoutInvisible(String value) {
    return ValueRules.isPrintableAscii(value)
        ? value
        : value
            .codePoints()
            .filter(c -> !isInvisible(c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isDropped(int c) {
    return isSpace(c) || isInvisible(c);
  }

  /**
   * Whether an invisible character at the end of a value that starts with a visible one belongs to
   * the text.
   */
  private static boolean isPartOfEnd(String value, int end) {
    int last = value.codePointBefore(end);
    int previous = value.codePointBefore(end - Character.charCount(last));
    return switch (last) {
      case ZERO_WIDTH_JOINER -> Character.getType(previous) == Character.NON_SPACING_MARK;
      case CANCEL_TAG -> previous >= 0xE0020 && previous < CANCEL_TAG;
      default -> isVariationSelector(last) && !isDropped(previous);
    };
  }
}
