package dev.students.data.internal;

import java.util.LinkedHashSet;
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

  static AddressForms of(String address) {
    String lowerCase = ValueRules.lowerCase(address);
    return new AddressForms(lowerCase, CaseFolding.foldLowerCase(lowerCase));
  }

  boolean differ() {
    return !lowerCase.equals(folded);
  }

  /** Both forms, the folded one first. */
  Set<String> all() {
    Set<String> all = new LinkedHashSet<>();
    all.add(folded);
    all.add(lowerCase);
    return all;
  }

  /** Omits the address, which is personal data. */
  @Override
  public String toString() {
    return "AddressForms[…]";
  }
}
