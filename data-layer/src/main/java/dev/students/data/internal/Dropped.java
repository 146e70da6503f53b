package dev.students.data.internal;

import java.util.HashSet;
import java.util.Set;

/**
 * What a transaction is retried without, because its condition failed and the change can do without
 * it: the claim of an address that another student has, and the release of such addresses.
 */
record Dropped(boolean claim, Set<String> releases) {

  static final Dropped NOTHING = new Dropped(false, Set.of());

  Dropped andClaim() {
    return new Dropped(true, releases);
  }

  Dropped andReleases(Set<String> more) {
    Set<String> all = new HashSet<>(releases);
    all.addAll(more);
    return new Dropped(claim, Set.copyOf(all));
  }

  /** Without the addresses: they are personal data. */
  @Override
  public String toString() {
    return "Dropped[claim=%s, releases=%d]".formatted(claim, releases.size());
  }
}
