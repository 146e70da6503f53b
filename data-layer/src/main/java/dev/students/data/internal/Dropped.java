package dev.students.data.internal;

import java.util.HashSet;
import java.util.Set;

/**
 * The optional actions that a retry omits because their conditions failed: reserving an address
 * that another student has, and freeing such addresses.
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

  /** Omits the addresses, which are personal data. */
  @Override
  public String toString() {
    return "Dropped[claim=%s, releases=%d]".formatted(claim, releases.size());
  }
}
