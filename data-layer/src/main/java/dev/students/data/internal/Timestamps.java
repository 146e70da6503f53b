package dev.students.data.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * Parses timestamps as {@link Instant#parse} does. The platform's general parser takes more time
 * than all else that this library does for a read, so it is used only for unusual forms.
 */
final class Timestamps {

  /** The form that this library and legacy clients write, with a 0 for each digit. */
  private static final String USUAL = "0000-00-00T00:00:00.000Z";

  private static final int NANOS_OF_MILLISECOND = 1_000_000;

  private Timestamps() {}

  /**
   * Parses a timestamp.
   *
   * @throws DateTimeParseException if the text is not an ISO 8601 instant
   */
  static Instant parse(String text) {
    if (!isUsual(text)) {
      return Instant.parse(text);
    }
    try {
      return LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19),
              number(text, 20, 23) * NANOS_OF_MILLISECOND)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      // Instant accepts the end of a day and leap seconds.
      return Instant.parse(text);
    }
  }

  private static boolean isUsual(String text) {
    if (text.length() != USUAL.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char usual = USUAL.charAt(i);
      char c = text.charAt(i);
      if (usual == '0' ? c < '0' || c > '9' : c != usual) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int begin, int end) {
    return Integer.parseInt(text, begin, end, 10);
  }
}
