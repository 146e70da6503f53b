package dev.students.docs.internal.model;

import java.util.Comparator;

/**
 * What runs are joined by: the feature's key and the anchor of the scenario or example within it.
 */
public record CaseId(String feature, String anchor) implements Comparable<CaseId> {

  private static final Comparator<CaseId> ORDER =
      Comparator.comparing(CaseId::feature).thenComparing(CaseId::anchor);

  @Override
  public int compareTo(CaseId other) {
    return ORDER.compare(this, other);
  }
}
