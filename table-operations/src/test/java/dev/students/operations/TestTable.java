package dev.students.operations;

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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A table of its own on DynamoDB Local. */
final class TestTable implements AutoCloseable {

  /** One for all tests of this JVM: it takes seconds to start. It ends with the JVM. */
  private static final LocalDynamoDb LOCAL = LocalDynamoDb.inMemory();

  static final DynamoDbClient CLIENT = LOCAL.clientBuilder().build();

  /** Where other processes find it. */
  static final URI ENDPOINT = LOCAL.endpoint();

  final String name = "students-" + UUID.randomUUID();
  final StudentStore store = StudentStore.create(CLIENT, name);

  TestTable() {
    CLIENT.createTable(StudentTable.createTableRequest(name));
  }

  /** For clients with something in the way. */
  static DynamoDbClientBuilder clientBuilder() {
    return LOCAL.clientBuilder();
  }

  TableReader reader() {
    return TableReader.builder(CLIENT, name).segments(4).concurrency(2).build();
  }

  Student create(String id, String email) {
    return store.create(
        NewStudent.of(PersonName.of("Ada"), PersonName.of("Lovelace"), EmailAddress.of(email))
            .withId(StudentId.of(id)));
  }

  void award(String student, String award, long amount) {
    store.awardXp(StudentId.of(student), XpAward.of(AwardId.of(award), amount));
  }

  /** Many students as the store writes them: one award for each, and one reservation. */
  void fill(int students) {
    List<WriteRequest> puts =
        IntStream.range(0, students)
            .mapToObj(TestTable::student)
            .flatMap(List::stream)
            .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
            .toList();
    for (int from = 0; from < puts.size(); from += 25) {
      List<WriteRequest> batch = puts.subList(from, Math.min(puts.size(), from + 25));
      CLIENT.batchWriteItem(request -> request.requestItems(Map.of(name, batch)));
    }
  }

  private static List<Map<String, AttributeValue>> student(int number) {
    String id = "s%07d".formatted(number);
    String email = id + "@school.example";
    Map<String, AttributeValue> student = legacy(id, email);
    student.put("email", s(email));
    student.put("xp", n(5));
    student.put("version", n(1));
    student.put("createdAt", s("2026-01-02T03:04:05.678Z"));
    student.put("updatedAt", s("2026-01-02T03:04:05.678Z"));
    Map<String, AttributeValue> award =
        item("student#" + id, "award#welcome", Map.of("amount", n(5)));
    award.put("awardedAt", s("2026-01-02T03:04:05.678Z"));
    award.put("entityType", s("xpAward"));
    Map<String, AttributeValue> reservation =
        item("email#" + email, "email#" + email, Map.of("studentId", s(id)));
    reservation.put("entityType", s("emailReservation"));
    return List.of(student, award, reservation);
  }

  /** A student as a legacy client writes it. */
  static Map<String, AttributeValue> legacy(String id, String email) {
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

  static Map<String, AttributeValue> item(
      String pk, String sk, Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> item = new HashMap<>(attributes);
    item.put("pk", s(pk));
    item.put("sk", s(sk));
    return item;
  }

  static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }

  static AttributeValue n(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  void put(Map<String, AttributeValue> item) {
    CLIENT.putItem(put -> put.tableName(name).item(item));
  }

  void putLegacy(String id, String email) {
    put(legacy(id, email));
  }

  void putReservation(String email, String student) {
    put(item("email#" + email, "email#" + email, Map.of("studentId", s(student))));
  }

  void set(String id, String attribute, AttributeValue value) {
    CLIENT.updateItem(
        update ->
            update
                .tableName(name)
                .key(Map.of("pk", s("student#" + id), "sk", s("student#" + id)))
                .updateExpression("SET " + attribute + " = :value")
                .expressionAttributeValues(Map.of(":value", value)));
  }

  void remove(String pk, String sk) {
    CLIENT.deleteItem(delete -> delete.tableName(name).key(Map.of("pk", s(pk), "sk", s(sk))));
  }

  /** All items, by key. */
  Map<String, Map<String, AttributeValue>> items() {
    Map<String, Map<String, AttributeValue>> items = new TreeMap<>();
    CLIENT
        .scanPaginator(scan -> scan.tableName(name).consistentRead(true))
        .items()
        .forEach(
            item -> items.put(ItemKey.of(item).partition() + "/" + ItemKey.of(item).sort(), item));
    return items;
  }

  @Override
  public void close() {
    CLIENT.deleteTable(delete -> delete.tableName(name));
  }
}
