package dev.students.cli.internal.place;

import dev.students.truncation.TruncationPermit;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A table that can be worked on, until it is closed. */
public interface Place extends AutoCloseable {

  /** One line for people: where, and which table. */
  String description();

  DynamoDbClient client();

  String tableName();

  /**
   * The permission to empty the table.
   *
   * @throws dev.students.truncation.TruncationRefusedException when there is none
   */
  TruncationPermit truncationPermit();

  @Override
  void close();
}
