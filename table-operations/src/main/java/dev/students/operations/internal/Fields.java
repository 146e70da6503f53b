package dev.students.operations.internal;

import dev.students.data.AwardId;
import dev.students.data.EmailAddress;
import dev.students.data.InvalidValueException;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.StudentId;
import dev.students.data.XpAward;
import dev.students.operations.Column;
import dev.students.operations.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fields of a line; missing values are blank.
 *
 * @param idSource the value from which the id is derived; blank if the line has an id
 * @param hasAwards whether awards have separate lines, so that the total XP is not imported
 */
record Fields(Map<Column, String> values, String idSource, boolean hasAwards) {

  /** Also as data frames write one in a column with gaps, but not with a separator of thousands. */
  private static final Pattern WHOLE_NUMBER = Pattern.compile("([+-]?[0-9]{1,18})([.]00?)?");

  private static final int DERIVED_BYTES = 16;

  boolean areBlank() {
    return idSource.isEmpty() && values.values().stream().allMatch(String::isEmpty);
  }

  /**
   * The student's id, either given or derived: the first half of the SHA-256 hash of the source
   * value.
   */
  StudentId id() {
    return idSource.isEmpty()
        ? read(Column.ID, StudentId::of)
        : StudentId.of(HexFormat.of().formatHex(sha256(idSource), 0, DERIVED_BYTES));
  }

  /** The student, unless the line is only an award. */
  Optional<NewStudent> student(StudentId id) {
    boolean isAwardAlone =
        !text(Column.AWARD_ID).isEmpty()
            && Stream.of(Column.FIRST_NAME, Column.LAST_NAME, Column.EMAIL)
                .allMatch(column -> text(column).isEmpty());
    return isAwardAlone
        ? Optional.empty()
        : Optional.of(
            NewStudent.of(
                    read(Column.FIRST_NAME, PersonName::of),
                    read(Column.LAST_NAME, PersonName::of),
                    read(Column.EMAIL, EmailAddress::of))
                .withId(id));
  }

  /** The award of the line. */
  Optional<XpAward> award() {
    return text(Column.AWARD_ID).isEmpty()
        ? Optional.empty()
        : Optional.of(
            award(Column.AMOUNT, read(Column.AWARD_ID, AwardId::of), number(Column.AMOUNT)));
  }

  /** The XP that no award of the file accounts for. */
  Optional<XpAward> openingXp() {
    Column column = hasAwards ? Column.OPENING_XP : Column.XP;
    if (text(column).isEmpty()) {
      return Optional.empty();
    }
    long amount = number(column);
    return amount == 0
        ? Optional.empty()
        : Optional.of(award(column, AwardId.of(ExportRun.OPENING_AWARD), amount));
  }

  /** Whether the student is to be deleted. */
  boolean isDeleted() {
    return switch (text(Column.DELETED)) {
      case "", "false" -> false;
      case "true" -> true;
      default -> throw invalid(Column.DELETED, "must be true, false or blank");
    };
  }

  private XpAward award(Column column, AwardId id, long amount) {
    try {
      return XpAward.of(id, amount);
    } catch (InvalidValueException e) {
      throw invalid(column, e.rule());
    }
  }

  private long number(Column column) {
    String text = text(column);
    Matcher number = WHOLE_NUMBER.matcher(text);
    if (!number.matches()) {
      throw invalid(column, "must be a whole number");
    }
    return Long.parseLong(number.group(1));
  }

  private <T> T read(Column column, Function<String, T> reader) {
    String text = text(column);
    if (text.isEmpty()) {
      throw invalid(column, "must not be blank");
    }
    try {
      return reader.apply(text);
    } catch (InvalidValueException e) {
      throw invalid(column, e.rule());
    }
  }

  private String text(Column column) {
    return values.getOrDefault(column, "");
  }

  private static LineRejectedException invalid(Column column, String rule) {
    return new LineRejectedException(Refusal.INVALID_VALUE, column.header(), rule);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Omits the values, which are personal data. */
  @Override
  public String toString() {
    return "Fields[…]";
  }
}
