package dev.students.acceptance.policies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.students.acceptance.internal.targets.Templates;
import dev.students.data.AwardId;
import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.StudentAward;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentUpdate;
import dev.students.data.XpAward;
import dev.students.local.LocalDynamoDb;
import dev.students.operations.FindingKind;
import dev.students.operations.PersonalData;
import dev.students.operations.RecordFormat;
import dev.students.operations.RepairOutcome;
import dev.students.operations.StudentExport;
import dev.students.operations.StudentImport;
import dev.students.operations.StudentListing;
import dev.students.operations.TableCheck;
import dev.students.operations.TableReader;
import dev.students.operations.TakeOver;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Everything that the command line does but truncation, and what IAM is asked for it. */
class OperatorPolicyTest {

  private static final String TABLE = "operators-students";
  private static final String OWN_IDS = "id,firstName,lastName,email,xp\n";

  private final LocalDynamoDb local = LocalDynamoDb.inMemory();
  private final DynamoDbClient client = local.clientBuilder().build();
  private final DynamoDbClient preparing =
      local
          .clientBuilder()
          .overrideConfiguration(it -> it.putExecutionAttribute(AccessRecorder.PREPARES, true))
          .build();
  private final StudentStore store = StudentStore.create(client, TABLE);
  private final StudentStore prepared = StudentStore.create(preparing, TABLE);

  @BeforeEach
  void createTable() {
    preparing.createTable(Templates.table("dev").createTableRequest(TABLE));
  }

  @AfterEach
  void close() {
    client.close();
    preparing.close();
    local.close();
  }

  @Test
  void operatorPolicy_allowsExactlyWhatTheCommandsRequest() {
    singleStudents();
    wholeTables();
    repairOfEveryKind();

    Policies.of("dev").assertOperatorIsAllowedExactlyWhatWasAskedOf(TABLE);
  }

  private void singleStudents() {
    StudentId ada = store.create(student("ada", "ada@example.org")).id();
    store.findById(ada);
    store.findByEmail(EmailAddress.of("ada@example.org"));
    store.update(ada, StudentUpdate.builder().email(EmailAddress.of("ada@b.example")).build());
    store.awardXp(ada, XpAward.of(AwardId.of("quiz"), 5));
    store.awardXp(ada, List.of(XpAward.of(AwardId.of("essay"), 5)));
    store.awardXp(List.of(new StudentAward(ada, XpAward.of(AwardId.of("test"), 5))), 1);
    assertThat(store.awards(ada).stream()).hasSize(3);
    store.softDelete(ada);
    store.restore(ada);
    store.erase(ada);
  }

  private void wholeTables() {
    String file = OWN_IDS + "bea,Bea,Ford,bea@example.org,7\ncem,Cem,Gül,cem@example.org,\n";
    StudentImport.builder(client, TABLE)
        .build()
        .run(new ByteArrayInputStream(file.getBytes(UTF_8)), refused -> {});
    StudentListing.create(client, TABLE).first(10);
    TableReader reader = TableReader.create(client, TABLE);
    reader.estimate();
    StudentExport.of(reader, RecordFormat.CSV).withAwards().run(new ByteArrayOutputStream());
    PersonalData.of(client, TABLE).write(StudentId.of("bea"), new ByteArrayOutputStream());
  }

  /** Taking over is a check and a repair of all that has one right answer. */
  private void repairOfEveryKind() {
    unreserved("own", "straße@example.org");
    legacy("old", "old@example.org");
    prepared.create(student("robbed", "robbed@example.org"));
    prepared.create(student("holder", "holder@example.org"));
    reserve("robbed@example.org", "holder");
    reserve("nobody@example.org", "nobody");
    prepared.create(student("hidden", "hidden@example.org"));
    preparing.updateItem(
        it ->
            it.tableName(TABLE)
                .key(key("student#hidden", "student#hidden"))
                .updateExpression("REMOVE gsi1_pk, gsi1_sk"));
    prepared.create(student("left", "left@example.org"));
    set("left", "deleted");
    set("half-erased", "deleted");
    set("half-erased", "erasing");
    put(
        key("student#half-erased", "award#1"),
        Map.of(
            "amount", AttributeValue.fromN("4"),
            "awardedAt", AttributeValue.fromS("2026-01-02T03:04:05.678Z")));

    TableReader reader = TableReader.create(client, TABLE);
    TableCheck check = TableCheck.of(reader).withErasureGrace(Duration.ofMillis(10));
    Set<FindingKind> repaired = EnumSet.noneOf(FindingKind.class);
    List<String> left = new ArrayList<>();
    TakeOver.of(reader, check)
        .run(
            told -> {
              if (told.outcome() == RepairOutcome.REPAIRED) {
                repaired.add(told.finding().kind());
              }
            },
            finding -> left.add(finding.toString()));

    assertThat(repaired).isEqualTo(repairable());
    assertThat(left).isEmpty();
  }

  private static Set<FindingKind> repairable() {
    Set<FindingKind> kinds = EnumSet.allOf(FindingKind.class);
    kinds.removeIf(kind -> !kind.isRepairable());
    return kinds;
  }

  private static NewStudent student(String id, String email) {
    return NewStudent.of(PersonName.of("Some"), PersonName.of("Body"), EmailAddress.of(email))
        .withId(StudentId.of(id));
  }

  /** A student of ours whose reservation is lost, of an address that has two forms. */
  private void unreserved(String id, String email) {
    prepared.create(student(id, email));
    String key = "email#" + EmailAddress.of(email).normalized();
    preparing.deleteItem(it -> it.tableName(TABLE).key(key(key, key)));
  }

  private void legacy(String id, String email) {
    put(
        key("student#" + id, "student#" + id),
        Map.of(
            "gsi1_pk", AttributeValue.fromS(email),
            "gsi1_sk", AttributeValue.fromS("student#" + id),
            "firstName", AttributeValue.fromS("Old"),
            "lastName", AttributeValue.fromS("Timer"),
            "xp", AttributeValue.fromN("7"),
            "entityType", AttributeValue.fromS("student")));
  }

  private void reserve(String email, String student) {
    put(
        key("email#" + email, "email#" + email),
        Map.of("studentId", AttributeValue.fromS(student)));
  }

  private void set(String student, String attribute) {
    preparing.updateItem(
        it ->
            it.tableName(TABLE)
                .key(key("student#" + student, "student#" + student))
                .updateExpression("SET #name = :yes, entityType = :student")
                .expressionAttributeNames(Map.of("#name", attribute))
                .expressionAttributeValues(
                    Map.of(
                        ":yes", AttributeValue.fromBool(true),
                        ":student", AttributeValue.fromS("student"))));
  }

  private void put(Map<String, AttributeValue> key, Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> item = new HashMap<>(attributes);
    item.putAll(key);
    preparing.putItem(it -> it.tableName(TABLE).item(item));
  }

  private static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
  }
}
