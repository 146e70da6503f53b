package dev.students.acceptance.internal.targets;

import dev.students.local.TemplateTable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** The table of a deployed stack. */
final class DeployedTarget implements OpenTarget {

  private final Supplier<DynamoDbClientBuilder> clients;
  private final String tableName;
  private final TemplateTable template;
  private final Optional<URI> emulator;
  private final Runnable cleanUp;
  private final AtomicBoolean closed = new AtomicBoolean();

  DeployedTarget(
      Supplier<DynamoDbClientBuilder> clients,
      String tableName,
      TemplateTable template,
      Optional<URI> emulator,
      Runnable cleanUp) {
    this.clients = clients;
    this.tableName = tableName;
    this.template = template;
    this.emulator = emulator;
    this.cleanUp = cleanUp;
  }

  /**
   * Refuses to continue if the deployed table differs from the template.
   *
   * @throws TargetException naming the differences
   */
  void requireAsReviewed() {
    try (DynamoDbClient client = clientBuilder().build()) {
      List<TableComparison.Difference> differences = TableComparison.of(client, this);
      if (!differences.isEmpty()) {
        throw new TargetException(
            "The table "
                + tableName
                + " is not what the template describes, so no scenario was run: "
                + differences.stream()
                    .map(TableComparison.Difference::toString)
                    .collect(Collectors.joining("; "))
                + ".");
      }
    }
  }

  @Override
  public DynamoDbClientBuilder clientBuilder() {
    return clients.get();
  }

  @Override
  public String tableName() {
    return tableName;
  }

  @Override
  public TemplateTable template() {
    return template;
  }

  @Override
  public Optional<URI> emulator() {
    return emulator;
  }

  @Override
  public Optional<TargetFacts> facts() {
    return Optional.of(TargetFacts.of(clientBuilder(), tableName));
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      cleanUp.run();
    }
  }
}
