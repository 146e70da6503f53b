package dev.students.cli.internal.targets;

import dev.students.truncation.TruncationPermit;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A table that can be used until it is closed. */
public interface OpenTarget extends AutoCloseable {

  /** One line for people that names the target and the table. */
  String description();

  DynamoDbClient client();

  String tableName();

  /** Whether reads are billed. */
  boolean isBilled();

  /**
   * The permission to truncate the table.
   *
   * @param emulatorHost the host of an endpoint on another machine, repeated as an explicit
   *     statement that it is an emulator
   * @throws dev.students.truncation.TruncationRefusedException if there is no such permission
   */
  TruncationPermit truncationPermit(Optional<String> emulatorHost);

  @Override
  void close();
}
