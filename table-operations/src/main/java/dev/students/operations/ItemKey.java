package dev.students.operations;

import dev.students.data.StudentTable;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The primary key of an item.
 *
 * <p>A key may contain personal data, as that of a reservation does, so display {@link #masked()}
 * instead of its parts.
 *
 * @param partition the partition key
 * @param sort the sort key
 */
public record ItemKey(String partition, String sort) {

  /** Where an id follows, and where an item lacks the key. */
  private static final Pattern WITHOUT_PERSONAL_DATA =
      Pattern.compile("(student|award)#[A-Za-z0-9._:-]{1,128}|[?]");

  private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,31}#");

  /** Returns the key of an item or of a map of key attributes. */
  public static ItemKey of(Map<String, AttributeValue> item) {
    return new ItemKey(
        text(item.get(StudentTable.PARTITION_KEY)), text(item.get(StudentTable.SORT_KEY)));
  }

  /** The key in the form that the SDK requires. */
  public Map<String, AttributeValue> attributes() {
    return Map.of(
        StudentTable.PARTITION_KEY, AttributeValue.fromS(partition),
        StudentTable.SORT_KEY, AttributeValue.fromS(sort));
  }

  /**
   * The key for display and logs, for example {@code student#42/award#7}. Of a part that is not a
   * student's or an award's with a valid id, only the kind is shown, as in {@code email#…} or
   * {@code course#…}, because it may contain personal data, or characters that control a terminal.
   */
  public String masked() {
    return partition.equals(sort) ? masked(partition) : masked(partition) + "/" + masked(sort);
  }

  private static String masked(String part) {
    if (WITHOUT_PERSONAL_DATA.matcher(part).matches()) {
      return part;
    }
    Matcher kind = KIND.matcher(part);
    return (kind.lookingAt() ? kind.group() : "") + "…";
  }

  /** The same as {@link #masked()}. */
  @Override
  public String toString() {
    return masked();
  }

  private static String text(@Nullable AttributeValue value) {
    return value == null || value.s() == null ? "?" : value.s();
  }
}
