package dev.students.data.internal;

import dev.students.data.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The validation rules of the domain's values. Valid values are returned in the form in which they
 * are stored.
 */
public final class ValueRules {

  private static final int IDENTIFIER_CHARACTERS = 128;
  private static final int NAME_CODE_POINTS = 100;

  /** The maximum length of an address in bytes of UTF-8, for each of its forms. */
  static final int EMAIL_BYTES = 254;

  /** In UTF-8. A character outside the basic plane is two chars and takes four bytes. */
  private static final int MOST_BYTES_OF_A_CHAR = 3;

  private ValueRules() {}

  /** Refuses an invalid id. */
  public static void identifier(String field, String value) {
    check(isIdentifier(value), field, "must be 1 to 128 characters of A-Z a-z 0-9 . _ : -");
  }

  static boolean isIdentifier(String value) {
    if (value.isEmpty() || value.length() > IDENTIFIER_CHARACTERS) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      if (!isIdentifier(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIdentifier(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == ':'
        || c == '-';
  }

  /** Returns the name in NFC, without leading and trailing white space. */
  public static String name(String value) {
    String name = isPrintableAscii(value) ? value.strip() : visibleName(value);
    check(!name.isEmpty(), "name", "must not be blank");
    check(
        name.codePointCount(0, name.length()) <= NAME_CODE_POINTS,
        "name",
        "must have at most " + NAME_CODE_POINTS + " characters");
    return name;
  }

  private static String visibleName(String value) {
    String name = Invisible.withoutSpaceAround(text("name", value));
    check(!Invisible.isBlank(name), "name", "must not be blank");
    check(
        name.equals(Invisible.withoutInvisibleAround(name)),
        "name",
        "must not begin or end with an invisible character");
    return name;
  }

  /** Returns the address in NFC. */
  public static String email(String value) {
    boolean isAscii = isPrintableAscii(value);
    String email = isAscii ? value : text("email", value);
    if (isAscii) {
      check(email.indexOf(' ') < 0, "email", "must not contain white space");
    } else {
      check(email.chars().noneMatch(Invisible::isSpace), "email", "must not contain white space");
      check(
          email.codePoints().noneMatch(Invisible::isInvisible),
          "email",
          "must not contain an invisible character");
    }
    int at = email.indexOf('@');
    check(at >= 0 && at == email.lastIndexOf('@'), "email", "must have exactly one '@'");
    check(at > 0, "email", "must have a local part before the '@'");
    check(at < email.length() - 1, "email", "must have a domain after the '@'");
    check(
        fits(email) && (isAscii || AddressForms.of(email).fit()),
        "email",
        "must have at most " + EMAIL_BYTES + " bytes of UTF-8, also in lower case and case-folded");
    return email;
  }

  /** Whether an address in this form is short enough to be reserved. */
  static boolean fits(String email) {
    return email.length() <= EMAIL_BYTES / MOST_BYTES_OF_A_CHAR
        || email.getBytes(StandardCharsets.UTF_8).length <= EMAIL_BYTES;
  }

  /**
   * Converts to lower case independent of the locale. Normalizes before and after, because
   * lower-casing can leave NFC.
   */
  static String lowerCase(String value) {
    return nfc(nfc(value).toLowerCase(Locale.ROOT));
  }

  /** Returns the case-folded form of an address, in which addresses are compared. */
  public static String caseFolded(String email) {
    return AddressForms.of(email).folded();
  }

  private static String text(String field, String value) {
    check(
        value.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE),
        field,
        "must not contain an unpaired surrogate");
    check(
        value.codePoints().noneMatch(c -> Character.getType(c) == Character.CONTROL),
        field,
        "must not contain a control character");
    return nfc(value);
  }

  static String nfc(String value) {
    return isPrintableAscii(value) ? value : Normalizer.normalize(value, Normalizer.Form.NFC);
  }

  static String nfd(String value) {
    return Normalizer.normalize(value, Normalizer.Form.NFD);
  }

  /**
   * True for most values. Such values are in NFC, and all their characters are visible and allowed.
   */
  static boolean isPrintableAscii(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static void check(boolean holds, String field, String rule) {
    if (!holds) {
      throw new InvalidValueException(field, rule);
    }
  }
}
