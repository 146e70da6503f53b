package dev.students.data.internal;

import dev.students.data.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the values of the domain must be; those that pass come back in their stored form. */
public final class Rules {

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
  private static final int NAME_CODE_POINTS = 100;

  /** The longest address in bytes of UTF-8, in lower case too. */
  static final int EMAIL_BYTES = 254;

  private Rules() {}

  /** Refuses what is no id. */
  public static void identifier(String field, String value) {
    check(
        IDENTIFIER.matcher(value).matches(),
        field,
        "must be 1 to 128 characters of A-Z a-z 0-9 . _ : -");
  }

  /** The name in NFC without white space around it. */
  public static String name(String value) {
    String name = stripped(text("name", value));
    check(!name.isEmpty(), "name", "must not be blank");
    check(
        name.codePointCount(0, name.length()) <= NAME_CODE_POINTS,
        "name",
        "must have at most " + NAME_CODE_POINTS + " characters");
    return name;
  }

  /** The address in NFC. */
  public static String email(String value) {
    String email = text("email", value);
    check(email.chars().noneMatch(Rules::isSpace), "email", "must have no white space");
    int at = email.indexOf('@');
    check(at >= 0 && at == email.lastIndexOf('@'), "email", "must have exactly one '@'");
    check(at > 0, "email", "must have something before the '@'");
    check(at < email.length() - 1, "email", "must have something after the '@'");
    check(
        utf8Bytes(email) <= EMAIL_BYTES && utf8Bytes(lowerCase(email)) <= EMAIL_BYTES,
        "email",
        "must have at most " + EMAIL_BYTES + " bytes of UTF-8, in lower case too");
    return email;
  }

  /** In lower case whatever the locale, and in NFC before and after: lower-casing can undo it. */
  public static String lowerCase(String value) {
    return nfc(nfc(value).toLowerCase(Locale.ROOT));
  }

  private static String text(String field, String value) {
    if (isPlain(value)) {
      return value;
    }
    check(
        value.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE),
        field,
        "must have no unpaired surrogate");
    check(
        value.codePoints().noneMatch(c -> Character.getType(c) == Character.CONTROL),
        field,
        "must have no control character");
    return nfc(value);
  }

  /** Without spaces of any kind around it; all of them are single chars. */
  private static String stripped(String value) {
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

  /** White space or a space that does not break, which Java keeps apart. */
  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static String nfc(String value) {
    return isPlain(value) ? value : Normalizer.normalize(value, Normalizer.Form.NFC);
  }

  /**
   * Whether it is printable ASCII, as most values are: these are in NFC and allowed as they are.
   */
  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static int utf8Bytes(String value) {
    return value.getBytes(StandardCharsets.UTF_8).length;
  }

  private static void check(boolean holds, String field, String rule) {
    if (!holds) {
      throw new InvalidValueException(field, rule);
    }
  }
}
