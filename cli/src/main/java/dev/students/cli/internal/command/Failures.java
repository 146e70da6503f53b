package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.targets.Target;
import dev.students.cli.internal.targets.TargetUnavailableException;
import dev.students.data.InvalidValueException;
import dev.students.data.StudentNotFoundException;
import dev.students.data.StudentStoreException;
import dev.students.truncation.Guard;
import dev.students.truncation.InvalidTruncationException;
import dev.students.truncation.TruncationFailedException;
import dev.students.truncation.TruncationRefusedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Says in a paragraph what an exception means to the user of this program.
 *
 * @param target where the program works
 * @param whenNotFound what else to say when there is no such student; a sentence that begins with a
 *     space, or nothing
 * @param repetition how to repeat the command so that it takes effect once; empty when it cannot
 *     have taken any
 */
record Failures(Target target, String whenNotFound, Optional<String> repetition) {

  /**
   * @param stopped whether the user has told the program to end
   */
  Failure explain(RuntimeException e, boolean stopped) {
    if (stopped) {
      String end = repetition.map(hint -> " It may have taken effect. " + hint).orElse("");
      return failure(Outcome.STOPPED, ErrorKind.STOPPED, "Stopped before it was done." + end, e);
    }
    if (e instanceof StudentStoreException refusal) {
      return ofStore(refusal);
    }
    if (e instanceof InvalidTruncationException) {
      return failure(Outcome.INVALID, ErrorKind.INVALID_VALUE, e.getMessage(), e);
    }
    if (e instanceof TruncationRefusedException refused) {
      String message = e.getMessage() + option(refused.guard());
      return failure(Outcome.REFUSED, ErrorKind.TRUNCATION_REFUSED, message, e);
    }
    if (e instanceof TruncationFailedException failed && e.getCause() instanceof SdkException aws) {
      String done =
          "%,d items were deleted before this. Run it again to resume."
              .formatted(failed.result().deleted());
      return ofAws(aws, Optional.of(done));
    }
    if (e instanceof TargetUnavailableException) {
      return failure(Outcome.FAILED, ErrorKind.TARGET_UNAVAILABLE, e.getMessage(), e);
    }
    if (e instanceof SdkException aws) {
      return ofAws(aws, repetition);
    }
    return failure(
        Outcome.FAILED,
        ErrorKind.DEFECT,
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
      case NOT_AN_EMULATOR -> " See --allow-host in students truncate --help.";
      default -> "";
    };
  }

  private Failure ofStore(StudentStoreException e) {
    ErrorKind kind = ErrorKind.of(e.getClass());
    if (e instanceof StudentNotFoundException absent) {
      String message = "There is no student " + absent.studentId().value() + "." + whenNotFound;
      return failure(Outcome.NOT_FOUND, kind, message, e);
    }
    Outcome outcome = e instanceof InvalidValueException ? Outcome.INVALID : Outcome.REFUSED;
    return failure(outcome, kind, e.getMessage(), e);
  }

  private Failure ofAws(SdkException e, Optional<String> afterwards) {
    AwsFailure aws = AwsFailure.of(e, target);
    String message = target.diagnose().orElse(aws.message());
    String hint = aws.mayHaveTakenEffect() ? afterwards.map(text -> " " + text).orElse("") : "";
    return failure(Outcome.FAILED, aws.kind(), message + hint, e);
  }

  private static Failure failure(
      Outcome outcome, ErrorKind kind, @Nullable String message, Throwable cause) {
    String words = String.valueOf(message);
    String sentence = words.endsWith(".") ? words : words + ".";
    return new Failure(outcome, kind, sentence, Optional.of(cause));
  }
}
