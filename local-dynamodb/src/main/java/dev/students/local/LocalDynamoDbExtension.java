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
 * A JUnit Jupiter extension that provides DynamoDB Local with the tables of a template, which are
 * empty at the start of each test.
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
 * instance, and stops after the last class of the run. A table has the name given by the template,
 * or else its logical id. Features of the template that an emulator lacks are listed once, on
 * standard error.
 *
 * <p>Tests that use one instance must not run concurrently, because each would delete the other's
 * items.
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

  /**
   * Returns an extension with the tables of a template, which is read when the first test class
   * starts.
   */
  public static LocalDynamoDbExtension ofTemplate(Path template) {
    return new LocalDynamoDbExtension(template, Map.of());
  }

  /** Returns the extension with the value of one more parameter of the template. */
  public LocalDynamoDbExtension withParameter(String name, String value) {
    Map<String, String> more = new HashMap<>(parameters);
    more.put(name, value);
    return new LocalDynamoDbExtension(template, more);
  }

  /** A client of the database, closed by the extension. */
  public DynamoDbClient client() {
    return tables().client();
  }

  /** The database, for other kinds of clients. */
  public LocalDynamoDb database() {
    return tables().database();
  }

  /**
   * Returns the name of a table.
   *
   * @param logicalId the table's logical id in the template
   * @throws IllegalArgumentException if the template has no such table
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
