package dev.students.operations;

import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * All items of a table: of the table itself ({@link TableReader}) or of an export that DynamoDB
 * made of it ({@link TableExportFolder}).
 */
public interface ItemSource {

  /**
   * Passes every item to the consumer, one after another on the calling thread. Items of one
   * partition are consecutive and ordered by sort key. Can be called repeatedly.
   */
  void forEach(Consumer<Map<String, AttributeValue>> consumer, ProgressListener listener);
}
