package dev.students.data;

import dev.students.data.internal.Rules;

/**
 * An e-mail address in any script: exactly one {@code @} with something on both sides, no white
 * space, no control character, no unpaired surrogate, at most 254 bytes of UTF-8 as RFC 5321 and
 * its erratum 1690 have it. Whether anybody reads mail there is not looked at.
 *
 * <p>Two addresses are equal when they are spelled alike; they are one student's when {@link
 * #normalized()} is equal.
 *
 * @param value the address as typed, in Unicode NFC
 * @see <a href="https://www.rfc-editor.org/errata/eid1690">RFC erratum 1690</a>
 */
public record EmailAddress(String value) {

  /**
   * @throws InvalidValueException (field {@code email}) when it is no such address
   */
  public EmailAddress {
    value = Rules.email(value);
  }

  /**
   * The address of that value.
   *
   * @throws InvalidValueException (field {@code email}) when it is no such address
   */
  public static EmailAddress of(String value) {
    return new EmailAddress(value);
  }

  /** The address in lower case, the same whatever the locale, by which students are told apart. */
  public String normalized() {
    return Rules.lowerCase(value);
  }

  /** Without the address: it is personal data. */
  @Override
  public String toString() {
    return "EmailAddress[…]";
  }
}
