package dev.students.data.internal;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The two forms of an e-mail address that tell students apart. They are the same for nearly every
 * address; {@code docs/decisions/case-of-addresses.md} says why there are two.
 *
 * @param lowerCase the index's key, which a legacy client writes and queries. Before addresses were
 *     case-folded it was the reservation's key as well
 * @param folded the reservation's key
 */
record AddressForms(String lowerCase, String folded) {

  static AddressForms of(String address) {
    String lowerCase = ValueRules.lowerCase(address);
    return new AddressForms(lowerCase, CaseFolding.foldLowerCase(lowerCase));
  }

  boolean differ() {
    return !lowerCase.equals(folded);
  }

  /** The folded form first. */
  Set<String> all() {
    Set<String> all = new LinkedHashSet<>();
    all.add(folded);
    all.add(lowerCase);
    return all;
  }

  /** Without the address: it is personal data. */
  @Override
  public String toString() {
    return "AddressForms[…]";
  }
}
