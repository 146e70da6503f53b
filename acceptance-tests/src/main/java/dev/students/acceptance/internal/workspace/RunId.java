package dev.students.acceptance.internal.workspace;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * The name of a run, for example {@code 1123-230502-9f3c}: sortable within a year, unique even
 * among concurrent runs, and short enough to be part of a stack's name.
 */
public record RunId(String value) {

  private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{6}-[0-9a-f]{4}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMdd-HHmmss").withZone(ZoneOffset.UTC);

  public RunId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "\"" + value + "\" is not the name of a run, such as 1123-230502-9f3c.");
    }
  }

  public static RunId startedAt(Instant time) {
    String unlikeOthers = String.format("%04x", new SecureRandom().nextInt(0x10000));
    return new RunId(TIME.format(time) + "-" + unlikeOthers);
  }

  @Override
  public String toString() {
    return value;
  }
}
