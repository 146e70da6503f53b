package dev.students.local.internal.template;

import dev.students.local.LocalDynamoDb;
import dev.students.local.TemplateException;
import dev.students.local.TemplateTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** An embedded database with the tables of a template. */
public record LocalTables(
    LocalDynamoDb database, DynamoDbClient client, Map<String, CreateTableRequest> tables)
    implements AutoCloseable {

  /** Starts a database, creates the tables, and prints the features that an emulator lacks. */
  public static LocalTables start(List<TemplateTable> described) {
    if (described.isEmpty()) {
      throw new TemplateException("The template has no tables.");
    }
    LocalDynamoDb database = LocalDynamoDb.inMemory();
    DynamoDbClient client = database.clientBuilder().build();
    LocalTables made = new LocalTables(database, client, new LinkedHashMap<>());
    try {
      described.forEach(made::create);
      return made;
    } catch (RuntimeException e) {
      made.close();
      throw e;
    }
  }

  private void create(TemplateTable table) {
    CreateTableRequest request =
        table.createTableRequest(table.tableName().orElseGet(table::logicalId));
    client.createTable(request);
    table
        .timeToLiveAttribute()
        .ifPresent(
            attribute ->
                client.updateTimeToLive(
                    update ->
                        update
                            .tableName(request.tableName())
                            .timeToLiveSpecification(
                                expiry -> expiry.enabled(true).attributeName(attribute))));
    tables.put(table.logicalId(), request);
    table
        .limitations()
        .forEach(
            limitation ->
                System.err.println("Table " + table.logicalId() + ", locally: " + limitation));
  }

  public String name(String logicalId) {
    return Optional.ofNullable(tables.get(logicalId))
        .map(CreateTableRequest::tableName)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no table "
                        + logicalId
                        + " in the template; there are "
                        + tables.keySet()));
  }

  /** Deletes every item. */
  public void truncate() {
    tables.values().forEach(this::truncate);
  }

  private void truncate(CreateTableRequest table) {
    List<String> keys = table.keySchema().stream().map(KeySchemaElement::attributeName).toList();
    // Names of key attributes may be reserved words.
    Map<String, String> names =
        IntStream.range(0, keys.size()).boxed().collect(Collectors.toMap(i -> "#k" + i, keys::get));
    client
        .scanPaginator(
            scan ->
                scan.tableName(table.tableName())
                    .consistentRead(true)
                    .projectionExpression(String.join(", ", names.keySet()))
                    .expressionAttributeNames(names))
        .items()
        .forEach(key -> client.deleteItem(delete -> delete.tableName(table.tableName()).key(key)));
  }

  @Override
  public void close() {
    client.close();
    database.close();
  }
}
