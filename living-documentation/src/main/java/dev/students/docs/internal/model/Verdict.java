package dev.students.docs.internal.model;

import java.util.Collection;
import java.util.Locale;

/**
 * What is known of a scenario, an example or a rule. Declared from harmless to severe, so that the
 * worst of several is their maximum. Only {@link #PASSED} means that something was shown to hold.
 */
public enum Verdict {
  PASSED("passed"),
  NOT_RUN("not run"),
  /** Of a rule: some of its scenarios passed, the others were not run. */
  PARTLY_RUN("partly run"),
  SKIPPED("skipped"),
  /** A scenario is written down by its name only. */
  WITHOUT_STEPS("without steps"),
  PENDING("pending"),
  UNDEFINED("undefined"),
  /** The run ended before the scenario did. */
  UNFINISHED("unfinished"),
  AMBIGUOUS("ambiguous"),
  FAILED("failed");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  /** As people read it. */
  public String label() {
    return label;
  }

  /** As style sheets, scripts and addresses have it. */
  public String key() {
    return label.replace(' ', '-').toLowerCase(Locale.ROOT);
  }

  /** Whether it contradicts what the features say. */
  public boolean isFailure() {
    return this == FAILED || this == AMBIGUOUS;
  }

  /** Whether it needs somebody's attention: a failure, or a scenario that proves nothing. */
  public boolean isOpen() {
    return compareTo(PARTLY_RUN) > 0;
  }

  public boolean wasRun() {
    return this != NOT_RUN;
  }

  /** The more severe of the two. */
  public Verdict worse(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The worst of a rule's scenarios in one environment. */
  public static Verdict ofRule(Collection<Verdict> scenarios) {
    Verdict worst = worstOf(scenarios);
    boolean someRan = scenarios.stream().anyMatch(Verdict::wasRun);
    return worst == NOT_RUN && someRan ? PARTLY_RUN : worst;
  }

  /**
   * One verdict for several environments: where a rule was not run, or only partly, another place
   * may prove it.
   */
  public static Verdict acrossEnvironments(Collection<Verdict> environments) {
    Verdict worst = worstOf(environments);
    return !worst.isOpen() && environments.contains(PASSED) ? PASSED : worst;
  }

  private static Verdict worstOf(Collection<Verdict> verdicts) {
    return verdicts.stream().max(Verdict::compareTo).orElse(NOT_RUN);
  }
}
