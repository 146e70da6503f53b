package dev.students.data.internal;

import dev.students.data.EmailAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The two case-insensitive forms of an e-mail address. They are equal for nearly every address;
 * {@code docs/decisions/case-of-addresses.md} explains why there are two.
 *
 * @param lowerCase the key in the index, which legacy clients write and query. Before case folding
 *     was introduced it was the key of the reservation as well
 * @param folded the key of the reservation
 */
record AddressForms(String lowerCase, String folded) {

  static AddressForms of(EmailAddress email) {
    return of(email.value());
  }

  static AddressForms of(String address) {
    if (ValueRules.isPrintableAscii(address)) {
      String both = address.toLowerCase(Locale.ROOT);
      return new AddressForms(both, both);
    }
    String lowerCase = ValueRules.lowerCase(address);
    return new AddressForms(lowerCase, CaseFolding.foldLowerCase(lowerCase));
  }

  /** Whether both forms are short enough to be reserved. */
  boolean fit() {
    return ValueRules.fits(lowerCase) && ValueRules.fits(folded);
  }

  boolean differ() {
    return !lowerCase.equals(folded);
  }

  /** Both forms, the folded one first. */
  Set<String> all() {
    return differ() ? new LinkedHashSet<>(List.of(folded, lowerCase)) : Set.of(folded);
  }

  /** Omits the address, which is personal data. */
  @Override
  public String toString() {
    return "AddressForms[…]";
  }
}
