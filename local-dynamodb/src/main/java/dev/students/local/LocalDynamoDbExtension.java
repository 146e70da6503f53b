package dev.students.local;

import dev.students.local.internal.template.LocalTables;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A JUnit Jupiter extension: DynamoDB Local with the tables of a template, which are empty at the
 * start of each test.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final LocalDynamoDbExtension DYNAMODB =
 *     LocalDynamoDbExtension.ofTemplate(Path.of("template.yaml")).withParameter("Stage", "test");
 *
 * @Test
 * void book_isFound() {
 *   DYNAMODB.client().putItem(put -> put.tableName(DYNAMODB.tableName("Books")).item(…));
 * }
 * }</pre>
 *
 * <p>Register it in a static field. The database starts with the first test class that uses the
 * instance, and ends after the last class of the run. A table has the name that the template gives
 * it, else its logical id. What an emulator does without is printed once, to standard error.
 *
 * <p>Tests that use one instance must not run at the same time: each would empty the other's
 * tables.
 */
public final class LocalDynamoDbExtension implements BeforeAllCallback, BeforeEachCallback {

  private static final Namespace NAMESPACE = Namespace.create(LocalDynamoDbExtension.class);

  private final Path template;
  private final Map<String, String> parameters;
  private volatile List<LocalTables> running = List.of();

  private LocalDynamoDbExtension(Path template, Map<String, String> parameters) {
    this.template = template;
    this.parameters = Map.copyOf(parameters);
  }

  /** Makes the tables of a template, which is read when the first test class starts. */
  public static LocalDynamoDbExtension ofTemplate(Path template) {
    return new LocalDynamoDbExtension(template, Map.of());
  }

  /** The same with the value of one more parameter of the template. */
  public LocalDynamoDbExtension withParameter(String name, String value) {
    Map<String, String> more = new HashMap<>(parameters);
    more.put(name, value);
    return new LocalDynamoDbExtension(template, more);
  }

  /** A client of the database; the extension closes it. */
  public DynamoDbClient client() {
    return tables().client();
  }

  /** The database, for clients of other kinds. */
  public LocalDynamoDb database() {
    return tables().database();
  }

  /**
   * The name of a table.
   *
   * @param logicalId the table's logical id in the template
   * @throws IllegalArgumentException when the template has no such table
   */
  public String tableName(String logicalId) {
    return tables().name(logicalId);
  }

  private LocalTables tables() {
    return running.stream()
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The database has not started: register the extension in a static field."));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        List.of(
            context
                .getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                    this,
                    key -> LocalTables.start(TemplateTable.readAll(template, parameters)),
                    LocalTables.class));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    tables().truncate();
  }
}
