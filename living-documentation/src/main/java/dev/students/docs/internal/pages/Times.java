package dev.students.docs.internal.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as people read them: in UTC, to the minute. */
public final class Times {

  private static final DateTimeFormatter READABLE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  public static String readable(Instant time) {
    return READABLE.format(time);
  }
}
