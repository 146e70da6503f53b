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
 * What went wrong, for programs: the member {@code error.kind} of the JSON output. Programs compare
 * these words, so none of them ever changes.
 */
enum ErrorKind {
  /** The command line is wrong. */
  USAGE("usage"),
  /** A value breaks a rule. */
  INVALID_VALUE("invalid-value"),
  /** What is about to be lost was not named a second time. */
  NOT_CONFIRMED("not-confirmed"),
  /** A signal ended the program. */
  STOPPED("stopped"),
  /** The program is at fault. */
  DEFECT("defect"),
  /** The demonstration did not come out as promised. */
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
  /** A table to be taken over has not the keys or the index that are needed. */
  TABLE_NOT_SUITABLE("table-not-suitable"),

  /** The header of a file to be imported lacks what is needed. */
  INVALID_FILE("invalid-file"),
  /** A file cannot be read or written. */
  FILE("file"),
  /** A folder holds no whole export that DynamoDB made. */
  NOT_AN_EXPORT("not-an-export"),

  /** The target cannot be opened. */
  TARGET_UNAVAILABLE("target-unavailable"),
  NO_TABLE("no-table"),
  NOT_A_STUDENT_TABLE("not-a-student-table"),
  /** What answers is not DynamoDB. */
  NOT_DYNAMODB("not-dynamodb"),
  UNREACHABLE("unreachable"),
  TIMEOUT("timeout"),
  NO_CREDENTIALS("no-credentials"),
  NO_REGION("no-region"),
  CREDENTIALS_NOT_ACCEPTED("credentials-not-accepted"),
  CLOCK_SKEW("clock-skew"),
  ACCESS_DENIED("access-denied"),
  THROTTLED("throttled"),
  /** Any other answer of AWS. */
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

  /** The kind of a refusal of the store. */
  static ErrorKind of(Class<? extends StudentStoreException> refusal) {
    return OF_THE_STORE.getOrDefault(refusal, REFUSED);
  }
}
