package dev.students.cli.internal.command;

import dev.students.data.AwardMismatchException;
import dev.students.data.ContentionException;
import dev.students.data.EmailTakenException;
import dev.students.data.InsufficientXpException;
import dev.students.data.InvalidValueException;
import dev.students.data.MalformedItemException;
import dev.students.data.StaleVersionException;
import dev.students.data.StudentExistsException;
import dev.students.data.StudentNotFoundException;
import dev.students.data.StudentStoreException;
import dev.students.data.XpLimitExceededException;
import java.util.Map;

/**
 * The kind of an error, for programs: the member {@code error.kind} of the JSON output. Programs
 * compare these words, so they never change.
 */
enum ErrorKind {
  /** The command line is invalid. */
  USAGE("usage"),
  /** A value violates a rule. */
  INVALID_VALUE("invalid-value"),
  /** The destruction of data was not confirmed. */
  NOT_CONFIRMED("not-confirmed"),
  /** A signal ended the program. */
  STOPPED("stopped"),
  /** There is a defect in the program. */
  DEFECT("defect"),
  /** A step of the demonstration did not have the promised result. */
  DEMO("demo"),

  STUDENT_NOT_FOUND("student-not-found"),
  STUDENT_EXISTS("student-exists"),
  EMAIL_TAKEN("email-taken"),
  STALE_VERSION("stale-version"),
  AWARD_MISMATCH("award-mismatch"),
  INSUFFICIENT_XP("insufficient-xp"),
  XP_LIMIT_EXCEEDED("xp-limit-exceeded"),
  CONTENTION("contention"),
  MALFORMED_ITEM("malformed-item"),
  /** Any other refusal of the store. */
  REFUSED("refused"),
  TRUNCATION_REFUSED("truncation-refused"),
  /** A table to be taken over lacks the required keys or index. */
  TABLE_NOT_SUITABLE("table-not-suitable"),

  /** The header of a file to be imported lacks required columns. */
  INVALID_FILE("invalid-file"),
  /** A file cannot be read or written. */
  FILE("file"),
  /** A folder does not contain a complete export by DynamoDB. */
  NOT_AN_EXPORT("not-an-export"),

  /** The target cannot be opened. */
  TARGET_UNAVAILABLE("target-unavailable"),
  NO_TABLE("no-table"),
  NOT_A_STUDENT_TABLE("not-a-student-table"),
  /** The service at the endpoint is not DynamoDB. */
  NOT_DYNAMODB("not-dynamodb"),
  UNREACHABLE("unreachable"),
  TIMEOUT("timeout"),
  NO_CREDENTIALS("no-credentials"),
  NO_REGION("no-region"),
  CREDENTIALS_NOT_ACCEPTED("credentials-not-accepted"),
  CLOCK_SKEW("clock-skew"),
  ACCESS_DENIED("access-denied"),
  THROTTLED("throttled"),
  /** Any other error returned by AWS. */
  AWS_SERVICE("aws-service"),
  /** Any other failure of the AWS SDK. */
  AWS_CLIENT("aws-client");

  private static final Map<Class<? extends StudentStoreException>, ErrorKind> OF_THE_STORE =
      Map.ofEntries(
          Map.entry(InvalidValueException.class, INVALID_VALUE),
          Map.entry(StudentNotFoundException.class, STUDENT_NOT_FOUND),
          Map.entry(StudentExistsException.class, STUDENT_EXISTS),
          Map.entry(EmailTakenException.class, EMAIL_TAKEN),
          Map.entry(StaleVersionException.class, STALE_VERSION),
          Map.entry(AwardMismatchException.class, AWARD_MISMATCH),
          Map.entry(InsufficientXpException.class, INSUFFICIENT_XP),
          Map.entry(XpLimitExceededException.class, XP_LIMIT_EXCEEDED),
          Map.entry(ContentionException.class, CONTENTION),
          Map.entry(MalformedItemException.class, MALFORMED_ITEM));

  private final String json;

  ErrorKind(String json) {
    this.json = json;
  }

  /** The word in JSON. */
  String json() {
    return json;
  }

  /** Returns the kind of a refusal by the store. */
  static ErrorKind of(Class<? extends StudentStoreException> refusal) {
    return OF_THE_STORE.getOrDefault(refusal, REFUSED);
  }
}
