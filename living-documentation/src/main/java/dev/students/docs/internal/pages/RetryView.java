package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Run;
import java.util.List;

/**
 * That a scenario or example passed, though not at the first attempt.
 *
 * @param earlier why the attempts before did not pass, in their order
 */
public record RetryView(String id, String environment, Run run, List<AttemptView> earlier) {

  /** Why one attempt did not pass. */
  public record AttemptView(
      String step, String message, String stackTrace, EvidenceView evidence) {}

  /** As in "passed at the second attempt". */
  public String ordinal() {
    return switch (earlier.size() + 1) {
      case 2 -> "second";
      case 3 -> "third";
      case 4 -> "fourth";
      default -> (earlier.size() + 1) + "th";
    };
  }
}
