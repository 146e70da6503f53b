package dev.students.acceptance.internal.targets;

import dev.students.local.TemplateTable;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** A table that is ready for scenarios. Thread-safe. */
public interface OpenTarget extends AutoCloseable {

  /** A new builder of clients that reach the table. */
  DynamoDbClientBuilder clientBuilder();

  /** A faster way to read the table than through a client, for reads outside the scenarios. */
  default Optional<DynamoDbClient> directReads() {
    return Optional.empty();
  }

  String tableName();

  /** The table as reviewed: the template of the environment. */
  TemplateTable template();

  /** The emulator's endpoint; empty on AWS, which alone reports units rightly. */
  Optional<URI> emulator();

  /** Where the table is; empty if the name of the target says it. */
  default Optional<TargetFacts> facts() {
    return Optional.empty();
  }

  /** Removes what was made for the run. Repeating it changes nothing. */
  @Override
  void close();
}
