package dev.students.acceptance.internal.targets;

import dev.students.local.TemplateTable;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** A table that is ready for scenarios. Thread-safe. */
public interface OpenTarget extends AutoCloseable {

  /** Returns a new builder of clients of the table. */
  DynamoDbClientBuilder clientBuilder();

  /** A client that reads the table faster, for reads outside the scenarios, if available. */
  default Optional<DynamoDbClient> directReads() {
    return Optional.empty();
  }

  String tableName();

  /** The reviewed definition of the table, from the template of the environment. */
  TemplateTable template();

  /** The emulator's endpoint; empty on AWS, the only target that reports units correctly. */
  Optional<URI> emulator();

  /** The location of the table; empty if the name of the target is sufficient. */
  default Optional<TargetFacts> facts() {
    return Optional.empty();
  }

  /** Removes the resources of the run. Calling it again has no effect. */
  @Override
  void close();
}
