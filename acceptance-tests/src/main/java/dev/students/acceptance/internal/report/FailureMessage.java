package dev.students.acceptance.internal.report;

import io.cucumber.plugin.event.Result;
import java.util.List;

/** Explains to a product owner why a step did not pass. */
public final class FailureMessage {

  private FailureMessage() {}

  /**
   * Describes an undefined step.
   *
   * @param snippets the methods that Cucumber suggests
   */
  public static String undefined(List<String> snippets) {
    return "No method implements this step yet. Add one to a class in"
        + " acceptance-tests/src/test/java/dev/students/acceptance/steps:\n"
        + String.join("\n", snippets).strip();
  }

  public static String of(Result result, boolean writtenStep) {
    return switch (result.getStatus()) {
      case UNDEFINED -> undefined(List.of());
      case PENDING -> "This step is not finished yet.";
      case AMBIGUOUS -> "This step matches several methods: " + text(result.getError());
      case SKIPPED -> "This was skipped.";
      default -> (writtenStep ? "" : "In set-up or clean-up: ") + text(result.getError());
    };
  }

  private static String text(Throwable error) {
    if (error == null) {
      return "no reason was given.";
    }
    if (error instanceof AssertionError && error.getMessage() != null) {
      return error.getMessage();
    }
    return "A technical failure, not a broken rule: "
        + error.getClass().getSimpleName()
        + (error.getMessage() == null ? "" : ": " + error.getMessage());
  }
}
