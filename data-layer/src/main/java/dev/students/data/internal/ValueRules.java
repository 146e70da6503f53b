package dev.students.data.internal;

import dev.students.data.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the values of the domain must be. Values that pass are returned in their stored form. */
public final class ValueRules {

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
  private static final int NAME_CODE_POINTS = 100;

  /** The longest address in bytes of UTF-8, in each of its forms. */
  static final int EMAIL_BYTES = 254;

  private ValueRules() {}

  /** Refuses what is not an id. */
  public static void identifier(String field, String value) {
    check(isIdentifier(value), field, "must be 1 to 128 characters of A-Z a-z 0-9 . _ : -");
  }

  static boolean isIdentifier(String value) {
    return IDENTIFIER.matcher(value).matches();
  }

  /** The name in NFC without white space around it. */
  public static String name(String value) {
    String name = Invisible.withoutSpaceAround(text("name", value));
    check(!Invisible.isBlank(name), "name", "must not be blank");
    check(
        name.equals(Invisible.withoutInvisibleAround(name)),
        "name",
        "must not begin or end with an invisible character");
    check(
        name.codePointCount(0, name.length()) <= NAME_CODE_POINTS,
        "name",
        "must have at most " + NAME_CODE_POINTS + " characters");
    return name;
  }

  /** The address in NFC. */
  public static String email(String value) {
    String email = text("email", value);
    if (isPrintableAscii(email)) {
      check(email.indexOf(' ') < 0, "email", "must have no white space");
    } else {
      check(email.chars().noneMatch(Invisible::isSpace), "email", "must have no white space");
      check(
          email.codePoints().noneMatch(Invisible::isInvisible),
          "email",
          "must have no invisible character");
    }
    int at = email.indexOf('@');
    check(at >= 0 && at == email.lastIndexOf('@'), "email", "must have exactly one '@'");
    check(at > 0, "email", "must have something before the '@'");
    check(at < email.length() - 1, "email", "must have something after the '@'");
    AddressForms forms = AddressForms.of(email);
    check(
        fits(email) && fits(forms.lowerCase()) && fits(forms.folded()),
        "email",
        "must have at most " + EMAIL_BYTES + " bytes of UTF-8, without regard to case too");
    return email;
  }

  /** Whether an address of that form can have been reserved. */
  static boolean fits(String email) {
    int bytes =
        isPrintableAscii(email) ? email.length() : email.getBytes(StandardCharsets.UTF_8).length;
    return bytes <= EMAIL_BYTES;
  }

  /** In lower case whatever the locale, and in NFC before and after: lower-casing can undo it. */
  static String lowerCase(String value) {
    return nfc(nfc(value).toLowerCase(Locale.ROOT));
  }

  /** By which students are told apart: the address without regard to case. */
  public static String caseFolded(String email) {
    return AddressForms.of(email).folded();
  }

  private static String text(String field, String value) {
    if (isPrintableAscii(value)) {
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

  static String nfc(String value) {
    return isPrintableAscii(value) ? value : Normalizer.normalize(value, Normalizer.Form.NFC);
  }

  static String nfd(String value) {
    return Normalizer.normalize(value, Normalizer.Form.NFD);
  }

  /** As most values are: these are in NFC, and every character is allowed and visible. */
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
