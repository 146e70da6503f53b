package dev.students.operations;

import dev.students.data.StudentTable;
import dev.students.operations.internal.DynamoJson;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A line of an export: an item, or the new state of an item.
 *
 * @param keys the key attributes
 * @param item the item; empty if it was deleted
 */
public record ExportedLine(
    Map<String, AttributeValue> keys, Optional<Map<String, AttributeValue>> item) {

  /**
   * Reads a line of DynamoDB JSON.
   *
   * @throws TableExportException when it is neither a line of a full nor of an incremental export
   */
  public static ExportedLine parse(byte[] line) {
    return DynamoJson.line(line);
  }

  /** The partition key. */
  public String partition() {
    return key(StudentTable.PARTITION_KEY);
  }

  /** The sort key. */
  public String sort() {
    return key(StudentTable.SORT_KEY);
  }

  private String key(String name) {
    AttributeValue value = keys.get(name);
    if (value == null || value.s() == null) {
      throw new TableExportException(
          "An item of the export has no key %s that is a string: it is another table's"
              .formatted(name));
    }
    return value.s();
  }

  /** Omits the item, which contains personal data. */
  @Override
  public String toString() {
    return "ExportedLine[…]";
  }
}
