package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Verdict;
import java.util.List;
import java.util.Optional;

/** A scenario without examples, or one example. */
public record CaseView(
    String anchor,
    List<String> values,
    Verdict verdict,
    List<CaseResult> results,
    List<FailureView> failures,
    Optional<EvidenceView> evidence) {

  public Optional<FailureView> failureIn(String environment) {
    return failures.stream()
        .filter(failure -> failure.result().environment().equals(environment))
        .findFirst();
  }
}
