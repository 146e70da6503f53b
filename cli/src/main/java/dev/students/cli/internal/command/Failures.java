package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.targets.Target;
import dev.students.cli.internal.targets.TargetUnavailableException;
import dev.students.data.InvalidValueException;
import dev.students.data.StudentNotFoundException;
import dev.students.data.StudentStoreException;
import dev.students.operations.ImportFileException;
import dev.students.operations.TableExportException;
import dev.students.truncation.Guard;
import dev.students.truncation.InvalidTruncationException;
import dev.students.truncation.TruncationFailedException;
import dev.students.truncation.TruncationRefusedException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Explains in a paragraph what an exception means to the user of this program.
 *
 * @param target the target of the program
 * @param whenNotFound text to add if there is no such student; a sentence that starts with a space,
 *     or empty
 */
record Failures(Target target, String whenNotFound) {

  private static final String FORMAT_OPTIONS =
      ". --separator, --charset, --column and --id-from describe the format of a file.";

  Failure explain(RuntimeException e) {
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
      TruncationAnswer done = new TruncationAnswer(failed.result());
      return ofAws(aws).after(done, done.beforeFailure());
    }
    if (e instanceof TargetUnavailableException) {
      return failure(Outcome.FAILED, ErrorKind.TARGET_UNAVAILABLE, e.getMessage(), e);
    }
    if (e instanceof SdkException aws) {
      return ofAws(aws);
    }
    return ofFiles(e)
        .orElseGet(
            () ->
                failure(
                    Outcome.FAILED,
                    ErrorKind.DEFECT,
                    "This is a defect of the program: "
                        + e.getClass().getSimpleName()
                        + ". Please report it with what --verbose shows.",
                    e));
  }

  private static Optional<Failure> ofFiles(RuntimeException e) {
    if (e instanceof ImportFileException) {
      return Optional.of(
          failure(Outcome.INVALID, ErrorKind.INVALID_FILE, e.getMessage() + FORMAT_OPTIONS, e));
    }
    if (e instanceof TableExportException) {
      return Optional.of(failure(Outcome.FAILED, ErrorKind.NOT_AN_EXPORT, e.getMessage(), e));
    }
    return e instanceof UncheckedIOException
        ? Optional.of(
            failure(
                Outcome.FAILED, ErrorKind.FILE, fileFlaw(Objects.requireNonNull(e.getCause())), e))
        : Optional.empty();
  }

  /** The operating system's message; names of files are those given by the user. */
  private static String fileFlaw(Throwable e) {
    if (e instanceof NoSuchFileException absent) {
      return "There is no file or folder " + absent.getFile();
    }
    if (e instanceof AccessDeniedException denied) {
      return "The file or folder " + denied.getFile() + " may not be read or written";
    }
    String reason =
        e instanceof FileSystemException file && file.getReason() != null
            ? file.getFile() + ": " + file.getReason()
            : String.valueOf(e.getMessage());
    return "A file cannot be read or written (" + reason + ")";
  }

  /** The failure of a command that was ended by a signal. */
  static Failure stopped(RuntimeException e) {
    return failure(Outcome.STOPPED, ErrorKind.STOPPED, "Stopped before it was done.", e);
  }

  /** The option that overrides a guard. */
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

  private Failure ofAws(SdkException e) {
    AwsFailure aws = AwsFailure.of(e, target);
    return failure(Outcome.FAILED, aws.kind(), target.diagnose().orElse(aws.message()), e);
  }

  private static Failure failure(
      Outcome outcome, ErrorKind kind, @Nullable String message, Throwable cause) {
    String words = String.valueOf(message);
    return Failure.of(outcome, kind, words.endsWith(".") ? words : words + ".", cause);
  }
}
