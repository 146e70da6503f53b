package dev.students.cli.internal.targets;

import dev.students.truncation.TruncationPermit;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A table that can be worked on, until it is closed. */
public interface OpenTarget extends AutoCloseable {

  /** One line for people: where, and which table. */
  String description();

  DynamoDbClient client();

  String tableName();

  /** Whether somebody pays for what is read there. */
  boolean isBilled();

  /**
   * The permission to truncate the table.
   *
   * @param emulatorHost the host of an endpoint that is not on this machine, repeated by whoever
   *     vouches for its being an emulator
   * @throws dev.students.truncation.TruncationRefusedException if there is no such permission
   */
  TruncationPermit truncationPermit(Optional<String> emulatorHost);

  @Override
  void close();
}
