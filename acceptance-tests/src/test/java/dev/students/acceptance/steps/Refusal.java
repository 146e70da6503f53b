package dev.students.acceptance.steps;

import dev.students.data.AwardMismatchException;
import dev.students.data.EmailTakenException;
import dev.students.data.InsufficientXpException;
import dev.students.data.InvalidValueException;
import dev.students.data.StaleVersionException;
import dev.students.data.StudentExistsException;
import dev.students.data.StudentNotFoundException;
import dev.students.data.StudentStoreException;
import dev.students.data.XpLimitExceededException;
import java.util.Arrays;

/** The reasons for refusals in the school's words. */
public enum Refusal {
  EMAIL_TAKEN("the e-mail address is taken", EmailTakenException.class),
  NUMBER_TAKEN("the student number is taken", StudentExistsException.class),
  NO_SUCH_STUDENT("there is no such student", StudentNotFoundException.class),
  OUTDATED("the profile has changed in the meantime", StaleVersionException.class),
  OTHER_AMOUNT("the award was for another amount", AwardMismatchException.class),
  NOT_ENOUGH_XP("there is not enough XP", InsufficientXpException.class),
  TOO_MUCH_XP("nobody can have that much XP", XpLimitExceededException.class),
  NO_NAME("that is not a name", InvalidValueException.class, "name"),
  NO_EMAIL("that is not an e-mail address", InvalidValueException.class, "email"),
  NOTHING_GIVEN("nothing to change was given", InvalidValueException.class, "update");

  private final String words;
  private final Class<? extends StudentStoreException> exception;
  private final String field;

  Refusal(String words, Class<? extends StudentStoreException> exception) {
    this(words, exception, "");
  }

  /** A refused value; its exception names the field. */
  Refusal(String words, Class<? extends StudentStoreException> exception, String field) {
    this.words = words;
    this.exception = exception;
    this.field = field;
  }

  static Refusal inWords(String words) {
    return Arrays.stream(values())
        .filter(refusal -> refusal.words.equals(words))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(words));
  }

  boolean isMeantBy(StudentStoreException thrown) {
    return thrown instanceof InvalidValueException invalid
        ? exception == InvalidValueException.class && invalid.field().equals(field)
        : exception.isInstance(thrown);
  }

  /** Returns the school's words for an exception, or its message if there are none. */
  static String wordsFor(StudentStoreException thrown) {
    return Arrays.stream(values())
        .filter(refusal -> refusal.isMeantBy(thrown))
        .findFirst()
        .map(Refusal::toString)
        .orElseGet(() -> String.valueOf(thrown.getMessage()));
  }

  @Override
  public String toString() {
    return words;
  }
}
