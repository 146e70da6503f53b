package dev.students.cli;

import dev.students.data.AwardId;
import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentTable;
import dev.students.data.XpAward;
import dev.students.local.LocalDynamoDb;
import dev.students.operations.ItemKey;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** A table of its own on DynamoDB Local, and the program at work on it. */
final class OperatorsTable implements AutoCloseable {

  /** One for all tests of this JVM; it ends with it. */
  private static final LocalDynamoDb LOCAL = LocalDynamoDb.inMemory();

  private static final DynamoDbClient CLIENT = LOCAL.clientBuilder().build();

  final String name;
  final StudentStore store;

  OperatorsTable() {
    this(StudentTable.createTableRequest("students-" + UUID.randomUUID()));
  }

  OperatorsTable(CreateTableRequest table) {
    CLIENT.createTable(table);
    this.name = table.tableName();
    this.store = StudentStore.create(CLIENT, name);
  }

  static URI endpoint() {
    return LOCAL.endpoint();
  }

  /** The command line on this table. */
  String[] at(String... args) {
    return Stream.concat(
            Stream.of(args), Stream.of("--endpoint", LOCAL.endpoint().toString(), "--table", name))
        .toArray(String[]::new);
  }

  /** Runs a command where nothing is a terminal. */
  Run run(String... args) {
    return Run.of(at(args));
  }

  /** What standard error says before anything else. */
  String where() {
    return "students: endpoint %s, table %s\n".formatted(LOCAL.endpoint(), name);
  }

  void create(String id, String firstName, String lastName, String email) {
    store.create(
        NewStudent.of(PersonName.of(firstName), PersonName.of(lastName), EmailAddress.of(email))
            .withId(StudentId.of(id)));
  }

  void award(String student, String award, long amount) {
    store.awardXp(StudentId.of(student), XpAward.of(AwardId.of(award), amount));
  }

  /** A student as a legacy client writes it, without a reservation. */
  void putLegacy(String id, String email) {
    put(
        "student#" + id,
        "student#" + id,
        Map.of(
            "gsi1_pk", s(email),
            "gsi1_sk", s("student#" + id),
            "firstName", s("Old"),
            "lastName", s("Timer"),
            "xp", AttributeValue.fromN("7"),
            "entityType", s("student")));
  }

  void put(String pk, String sk, Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> item = new HashMap<>(attributes);
    item.put("pk", s(pk));
    item.put("sk", s(sk));
    CLIENT.putItem(put -> put.tableName(name).item(item));
  }

  static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }

  /** All items, by key. */
  Map<String, Map<String, AttributeValue>> items() {
    Map<String, Map<String, AttributeValue>> items = new TreeMap<>();
    CLIENT
        .scanPaginator(scan -> scan.tableName(name))
        .items()
        .forEach(
            item -> {
              ItemKey key = ItemKey.of(item);
              items.put(key.partition() + "/" + key.sort(), item);
            });
    return items;
  }

  @Override
  public void close() {
    CLIENT.deleteTable(delete -> delete.tableName(name));
  }
}
