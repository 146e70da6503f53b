package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.place.PlaceUnavailableException;
import dev.students.cli.internal.place.Whereabouts;
import dev.students.data.InvalidValueException;
import dev.students.data.StudentNotFoundException;
import dev.students.data.StudentStoreException;
import dev.students.truncation.Guard;
import dev.students.truncation.InvalidTruncationException;
import dev.students.truncation.TruncationFailedException;
import dev.students.truncation.TruncationRefusedException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Says in a paragraph what an exception means to the user of this program.
 *
 * @param place where the program works
 * @param repetition how to repeat the command so that it takes effect once; empty when it cannot
 *     have taken any
 */
record Failures(Whereabouts place, Optional<String> repetition) {

  /**
   * @param stopped whether the user has told the program to end
   */
  Failure explain(RuntimeException e, boolean stopped) {
    if (stopped) {
      String end = repetition.map(hint -> " It may have taken effect. " + hint).orElse("");
      return failure(Outcome.STOPPED, "stopped", "Stopped before it was done." + end, e);
    }
    if (e instanceof StudentStoreException) {
      return ofStore(e);
    }
    if (e instanceof InvalidTruncationException) {
      return failure(Outcome.INVALID, "invalid-value", e.getMessage(), e);
    }
    if (e instanceof TruncationRefusedException refused) {
      String message = e.getMessage() + option(refused.guard());
      return failure(Outcome.REFUSED, kind(e), message, e);
    }
    if (e instanceof TruncationFailedException failed && e.getCause() instanceof SdkException aws) {
      String done =
          "%,d items were deleted before this. Run it again to go on."
              .formatted(failed.result().deleted());
      return ofAws(aws, Optional.of(done));
    }
    if (e instanceof PlaceUnavailableException) {
      return failure(Outcome.FAILED, "place-unavailable", e.getMessage(), e);
    }
    if (e instanceof SdkException aws) {
      return ofAws(aws, repetition);
    }
    return failure(
        Outcome.FAILED,
        "defect",
        "This is a defect of the program: "
            + e.getClass().getSimpleName()
            + ". Please report it with what --verbose shows.",
        e);
  }

  /** The option that lets a guard be passed. */
  private static String option(Guard guard) {
    return switch (guard) {
      case STREAM -> " The option is --accept-stream.";
      case REPLICAS -> " The option is --accept-replicas.";
      case NOT_AN_EMULATOR -> " See --accept-host in students truncate --help.";
      default -> "";
    };
  }

  private Failure ofStore(RuntimeException e) {
    if (e instanceof StudentNotFoundException) {
      return failure(Outcome.NOT_FOUND, kind(e), e.getMessage(), e);
    }
    if (e instanceof InvalidValueException) {
      return failure(Outcome.INVALID, kind(e), e.getMessage(), e);
    }
    return failure(Outcome.REFUSED, kind(e), e.getMessage(), e);
  }

  private Failure ofAws(SdkException e, Optional<String> afterwards) {
    AwsFailure aws = AwsFailure.of(e, place);
    String message = place.diagnose().orElse(aws.message());
    String hint = aws.mayHaveTakenEffect() ? afterwards.map(text -> " " + text).orElse("") : "";
    return failure(Outcome.FAILED, aws.kind(), message + hint, e);
  }

  private static Failure failure(
      Outcome outcome, String kind, @Nullable String message, Throwable cause) {
    String words = String.valueOf(message);
    String sentence = words.endsWith(".") ? words : words + ".";
    return new Failure(outcome, kind, sentence, Optional.of(cause));
  }

  /** {@code EmailTakenException} is {@code email-taken}. */
  private static String kind(Throwable e) {
    return e.getClass()
        .getSimpleName()
        .replaceFirst("Exception$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
