package dev.students.operations;

import dev.students.data.StudentTable;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The primary key of an item.
 *
 * <p>A key may contain an e-mail address, as that of a reservation does, so display {@link
 * #masked()} instead of its parts.
 *
 * @param partition the partition key
 * @param sort the sort key
 */
public record ItemKey(String partition, String sort) {

  private static final String RESERVATION = "email#";

  /** Also what reorders or separates lines of text. */
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

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
   * The key for display and logs, for example {@code student#42/award#7}. Of a part that contains
   * an address only the prefix is shown, as in {@code email#…}. Characters that control a terminal
   * are escaped as in Java.
   */
  public String masked() {
    String key =
        partition.equals(sort) ? masked(partition) : masked(partition) + "/" + masked(sort);
    return CONTROLS.matcher(key).replaceAll(it -> escaped(it.group().codePointAt(0)));
  }

  private static String escaped(int character) {
    return "\\\\u%04x".formatted(character);
  }

  private static String masked(String part) {
    if (part.indexOf('@') < 0 && !part.startsWith(RESERVATION)) {
      return part;
    }
    int kind = part.indexOf('#');
    int address = part.indexOf('@');
    return (address < 0 || kind < address ? part.substring(0, kind + 1) : "") + "…";
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
