package dev.students.operations;

import dev.students.data.StudentTable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The primary key of an item.
 *
 * <p>A reservation's key holds an e-mail address: show {@link #masked()}, not the parts.
 *
 * @param partition the partition key
 * @param sort the sort key
 */
public record ItemKey(String partition, String sort) {

  private static final String RESERVATION = "email#";

  /** The key of that item, or of that map of key attributes. */
  public static ItemKey of(Map<String, AttributeValue> item) {
    return new ItemKey(
        text(item.get(StudentTable.PARTITION_KEY)), text(item.get(StudentTable.SORT_KEY)));
  }

  /** The key as the SDK wants it. */
  public Map<String, AttributeValue> attributes() {
    return Map.of(
        StudentTable.PARTITION_KEY, AttributeValue.fromS(partition),
        StudentTable.SORT_KEY, AttributeValue.fromS(sort));
  }

  /**
   * The key for people and logs, as in {@code student#42/award#7}; of a reservation only that it is
   * one, since the rest is an address.
   */
  public String masked() {
    if (partition.startsWith(RESERVATION)) {
      return RESERVATION + "…";
    }
    return partition.equals(sort) ? partition : partition + "/" + sort;
  }

  /** As {@link #masked()}. */
  @Override
  public String toString() {
    return masked();
  }

  private static String text(@Nullable AttributeValue value) {
    return value == null || value.s() == null ? "?" : value.s();
  }
}
