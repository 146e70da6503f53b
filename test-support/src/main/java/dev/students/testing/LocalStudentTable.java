package dev.students.testing;

import dev.students.data.AwardId;
import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentTable;
import dev.students.data.XpAward;
import dev.students.local.LocalDynamoDb;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * A new table on DynamoDB Local, deleted when closed, with items as the store and as a legacy
 * client write them. Modules extend it by what their own tests need. The tests of {@code
 * data-layer} have a table of their own, since this module depends on {@code data-layer}.
 */
public class LocalStudentTable implements AutoCloseable {

  /** One database for all tests of this JVM, because it takes seconds to start. Never closed. */
  private static final LocalDynamoDb LOCAL = LocalDynamoDb.inMemory();

  /** A client of the database. */
  public static final DynamoDbClient CLIENT = LOCAL.clientBuilder().build();

  /** Where other processes reach the database. */
  public static final URI ENDPOINT = LOCAL.endpoint();

  /** The table's name. */
  public final String name;

  /** A store on the table. */
  public final StudentStore store;

  /** Creates a table as the store needs it. */
  public LocalStudentTable() {
    this(StudentTable.createTableRequest("students-" + UUID.randomUUID()));
  }

  /** Creates a table from a request. */
  public LocalStudentTable(CreateTableRequest table) {
    CLIENT.createTable(table);
    this.name = table.tableName();
    this.store = StudentStore.create(CLIENT, name);
  }

  /** A builder for further clients, for example with faults injected. */
  public static DynamoDbClientBuilder clientBuilder() {
    return LOCAL.clientBuilder();
  }

  /** Creates Ada Lovelace. */
  public final Student create(String id, String email) {
    return create(id, "Ada", "Lovelace", email);
  }

  /** Creates a student. */
  public final Student create(String id, String firstName, String lastName, String email) {
    return store.create(
        NewStudent.of(PersonName.of(firstName), PersonName.of(lastName), EmailAddress.of(email))
            .withId(StudentId.of(id)));
  }

  /** Awards XP to a student. */
  public final void award(String student, String award, long amount) {
    store.awardXp(StudentId.of(student), XpAward.of(AwardId.of(award), amount));
  }

  /** Writes a student as a legacy client does, without a reservation. */
  public final void putLegacy(String id, String email) {
    put(legacy(id, email));
  }

  /** A student as a legacy client writes it. */
  public static Map<String, AttributeValue> legacy(String id, String email) {
    return item(
        "student#" + id,
        "student#" + id,
        Map.of(
            "gsi1_pk", s(email),
            "gsi1_sk", s("student#" + id),
            "firstName", s("Old"),
            "lastName", s("Timer"),
            "xp", n(7),
            "entityType", s("student")));
  }

  /** An item with the given key. */
  public static Map<String, AttributeValue> item(
      String pk, String sk, Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> item = new HashMap<>(attributes);
    item.put("pk", s(pk));
    item.put("sk", s(sk));
    return item;
  }

  /** A string. */
  public static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }

  /** A number. */
  public static AttributeValue n(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  /** Writes an item. */
  public final void put(Map<String, AttributeValue> item) {
    CLIENT.putItem(put -> put.tableName(name).item(item));
  }

  /** Writes an item with the given key. */
  public final void put(String pk, String sk, Map<String, AttributeValue> attributes) {
    put(item(pk, sk, attributes));
  }

  /** All items, by {@code partition key/sort key}. */
  public final Map<String, Map<String, AttributeValue>> items() {
    Map<String, Map<String, AttributeValue>> items = new TreeMap<>();
    CLIENT
        .scanPaginator(scan -> scan.tableName(name).consistentRead(true))
        .items()
        .forEach(item -> items.put(text(item, "pk") + "/" + text(item, "sk"), item));
    return items;
  }

  private static String text(Map<String, AttributeValue> item, String attribute) {
    return Objects.requireNonNull(item.get(attribute)).s();
  }

  /** Deletes the table. */
  @Override
  public final void close() {
    CLIENT.deleteTable(delete -> delete.tableName(name));
  }
}
