package dev.students.data;

import dev.students.data.internal.ValueRules;

/**
 * An e-mail address in any script: exactly one {@code @} with something on both sides, no white
 * space, no control or invisible character (such as a byte order mark, a zero-width space or
 * joiner, a soft hyphen, a bidirectional control), no unpaired surrogate, at most 254 bytes of
 * UTF-8 as RFC 5321 and its erratum 1690 have it. Whether anybody reads mail there is not checked.
 *
 * <p>Two addresses are equal when they are spelled alike; they are one student's when {@link
 * #normalized()} is equal.
 *
 * @param value the address as typed, in Unicode NFC
 * @see <a href="https://www.rfc-editor.org/errata/eid1690">RFC erratum 1690</a>
 */
public record EmailAddress(String value) {

  /**
   * @throws InvalidValueException (field {@code email}) if it is not such an address
   */
  public EmailAddress {
    value = ValueRules.email(value);
  }

  /**
   * The address of that value.
   *
   * @throws InvalidValueException (field {@code email}) if it is not such an address
   */
  public static EmailAddress of(String value) {
    return new EmailAddress(value);
  }

  /**
   * The address without regard to case, by which students are told apart: Unicode's full case
   * folding, in NFC, the same whatever the locale. {@code STRASSE@…} and {@code straße@…} are one.
   */
  public String normalized() {
    return ValueRules.caseFolded(value);
  }

  /** Without the address: it is personal data. */
  @Override
  public String toString() {
    return "EmailAddress[…]";
  }
}
