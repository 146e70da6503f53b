package dev.students.data;

import dev.students.data.internal.ValueRules;

/**
 * An e-mail address in any script: exactly one {@code @} with something on both sides, no white
 * space, no control or invisible character (such as a byte order mark, a zero-width space or
 * joiner, a soft hyphen, a bidirectional control), no unpaired surrogate, and at most 254 bytes of
 * UTF-8, the limit of RFC 5321 with erratum 1690. Whether the mailbox exists is not checked.
 *
 * <p>Two addresses are equal if they are spelled the same; they belong to the same student if
 * {@link #normalized()} is equal.
 *
 * @param value the address as typed, in Unicode NFC
 * @see <a href="https://www.rfc-editor.org/errata/eid1690">RFC erratum 1690</a>
 */
public record EmailAddress(String value) {

  /**
   * @throws InvalidValueException (field {@code email}) if the value is not a valid address
   */
  public EmailAddress {
    value = ValueRules.email(value);
  }

  /**
   * Returns the address with the given value.
   *
   * @throws InvalidValueException (field {@code email}) if the value is not a valid address
   */
  public static EmailAddress of(String value) {
    return new EmailAddress(value);
  }

  /**
   * Returns the case-insensitive form in which addresses are compared: Unicode's full case folding,
   * in NFC, independent of the locale. {@code STRASSE@…} and {@code straße@…} are the same address.
   */
  public String normalized() {
    return ValueRules.caseFolded(value);
  }

  /** Omits the address, which is personal data. */
  @Override
  public String toString() {
    return "EmailAddress[…]";
  }
}
