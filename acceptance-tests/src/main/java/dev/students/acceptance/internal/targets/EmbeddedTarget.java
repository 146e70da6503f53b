package dev.students.acceptance.internal.targets;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.console.Step;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.RunFiles;
import dev.students.local.LocalDynamoDb;
import dev.students.local.TemplateTable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** DynamoDB Local in this JVM, with the table of the dev stack's template. */
final class EmbeddedTarget implements Target {

  private static final String TABLE_NAME = "students";

  private final Optional<String> knownStudent;

  EmbeddedTarget(TargetOptions options) {
    this.knownStudent = options.knownStudent();
  }

  @Override
  public String name() {
    return "embedded";
  }

  @Override
  public String environment() {
    return "dev";
  }

  @Override
  public List<LeftOut> leftOut() {
    return KnownStudent.leftOutWithout(knownStudent);
  }

  @Override
  public OpenTarget open(RunFiles run, Progress progress) {
    TemplateTable template = Templates.table(environment());
    try (Step step = progress.step("Starting DynamoDB Local")) {
      LocalDynamoDb local = LocalDynamoDb.inMemory();
      try (DynamoDbClient client = local.clientBuilder().build()) {
        client.createTable(template.createTableRequest(TABLE_NAME));
      } catch (RuntimeException e) {
        local.close();
        throw e;
      }
      step.done();
      return new OpenEmbeddedTarget(local, template);
    }
  }

  @Override
  public void cleanUp(Manifest manifest, Progress progress) {
    // Nothing to do: the database was in the memory of a process that no longer exists.
  }

  private record OpenEmbeddedTarget(LocalDynamoDb local, TemplateTable template)
      implements OpenTarget {

    @Override
    public DynamoDbClientBuilder clientBuilder() {
      return local.clientBuilder();
    }

    @Override
    public Optional<DynamoDbClient> directReads() {
      return Optional.of(local.directReads());
    }

    @Override
    public String tableName() {
      return TABLE_NAME;
    }

    @Override
    public Optional<URI> emulator() {
      return Optional.of(local.endpoint());
    }

    @Override
    public void close() {
      local.close();
    }
  }
}
