package dev.students.reliability.hostile;

import static java.util.Objects.requireNonNull;

import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.local.LocalDynamoDb;
import dev.students.operations.PersonalData;
import dev.students.operations.RecordFormat;
import dev.students.operations.RejectedLine;
import dev.students.operations.RejectionSink;
import dev.students.operations.StudentExport;
import dev.students.operations.StudentImport;
import dev.students.operations.StudentListing;
import dev.students.operations.TableCheck;
import dev.students.operations.TableReader;
import dev.students.operations.TableRepair;
import dev.students.operations.TakeOver;
import dev.students.reliability.Form;
import dev.students.reliability.faults.Fault;
import dev.students.reliability.faults.FaultyHttpClient;
import dev.students.testing.LocalStudentTable;
import dev.students.truncation.TableTruncation;
import dev.students.truncation.TruncationPermit;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Whatever whole-table operations and truncation meet, in the table, in a file or on the wire: no
 * log line, exception, finding or {@code toString} holds a name or an address. Where they write
 * people's data, it goes to a stream of the caller's.
 */
class WholeTablePrivacyTest {

  private static final String CSV =
      """
      id,firstName,lastName,email,xp,awardId,amount
      1,Canary,Canary,canary1@example.org,5,,
      2,Canary,Canary,not-an-address-of-canary,,,
      3,Canary,Canary,canary1@example.org,,,
      4,Canary\u200b,Canary,canary4@example.org,,,
      5,Canary,Canary,canary5@example.org,canary,,
      6,Canary,Canary,canary6@example.org,,canary award,1
      canary,Canary,"Canary
      """;

  /** None that arrives late: it would meet the next round's table. */
  private static final List<Fault> FAULTS =
      List.copyOf(EnumSet.complementOf(EnumSet.of(Fault.DELIVERED_LATE)));

  private final Random random = new Random(Form.seed());
  @AutoClose private final LocalStudentTable table = new LocalStudentTable();
  @AutoClose private final SdkHttpClient http = LocalDynamoDb.httpClientBuilder().build();

  @AutoClose
  private final DynamoDbClient client =
      new FaultyHttpClient(http, this::someFault).client(LocalStudentTable.clientBuilder());

  @AutoClose
  private final Canaries canaries =
      new Canaries("sun.net.www", "org.eclipse.jetty", "com.amazonaws", "com.almworks");

  private synchronized Optional<Fault> someFault() {
    return random.nextInt(20) == 0
        ? Optional.of(FAULTS.get(random.nextInt(FAULTS.size())))
        : Optional.empty();
  }

  @Test
  void operations_brokenTableAndFileAndFaults_tellNoNameAndNoAddress() {
    for (int round = 0; round < Form.of(1, 10); round++) {
      fillWithBrokenItems();
      operations().forEach(canaries::tellOf);
    }

    canaries.assertNoneIn(80);
  }

  private List<Supplier<?>> operations() {
    TableReader reader = TableReader.create(client, table.name);
    TableCheck check =
        TableCheck.of(reader).withErasureGrace(Duration.ZERO).withListener(canaries::tell);
    return List.of(
        () -> importOf(RecordFormat.CSV, CSV),
        () -> importOf(RecordFormat.CSV, "Canary;canary@example.org\n"),
        () -> importOf(RecordFormat.JSON_LINES, "{\"id\":\"1\",\"firstName\":\"Canary\",\"em\n"),
        () -> StudentListing.create(client, table.name).includingDeleted().first(10),
        () -> export(reader),
        () -> PersonalData.of(client, table.name).write(StudentId.of("two"), nowhere()),
        () -> check.run(canaries::tell),
        () -> TakeOver.of(reader, check).dryRun(canaries::tell),
        () -> TakeOver.of(reader, check).run(canaries::tell, canaries::tell),
        () -> TableRepair.of(reader, check).run(canaries::tell),
        () -> truncation().dryRun(),
        () -> truncation().run());
  }

  private Object importOf(RecordFormat format, String file) {
    return StudentImport.builder(client, table.name)
        .format(format)
        .build()
        .run(
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
            new RejectionSink() {
              @Override
              public void header(RejectedLine.Raw header) {
                canaries.tell(header);
              }

              @Override
              public void line(RejectedLine line) {
                canaries.tell(line);
              }
            },
            canaries::tell);
  }

  private Object export(TableReader reader) {
    return StudentExport.of(reader, RecordFormat.CSV)
        .withAwards()
        .withDeleted()
        .run(nowhere(), canaries::tell);
  }

  private static OutputStream nowhere() {
    return OutputStream.nullOutputStream();
  }

  private TableTruncation truncation() {
    return TableTruncation.builder(
            client,
            TruncationPermit.forEmulator(LocalStudentTable.ENDPOINT, table.name),
            table.name)
        .listener(canaries::tell)
        .build();
  }

  /** Two healthy students, then each attribute of theirs wrong or absent in an item of its own. */
  private void fillWithBrokenItems() {
    StudentStore store = table.store;
    List.of("one", "two").forEach(id -> store.erase(StudentId.of(id)));
    table.create("one", "Canary", "Canary", "canary-one@example.org");
    table.create("two", "Canary", "Canary", "canary-two@example.org");
    table.award("two", "quiz", 5);
    Map<String, AttributeValue> sound =
        requireNonNull(table.items().get("student#one/student#one"));
    for (String attribute : sound.keySet()) {
      Map<String, AttributeValue> broken = new HashMap<>(sound);
      broken.put(attribute, AttributeValue.fromS("Canary of " + attribute));
      broken.putAll(key("student#wrong-" + attribute));
      table.put(broken);
      broken.remove(attribute);
      broken.putAll(key("student#without-" + attribute));
      table.put(broken);
    }
    table.putLegacy("legacy", "Canary-Legacy@Example.org");
    table.put(key("email#canary-nobody@example.org"));
    table.put(LocalStudentTable.item("canary@example.org", "student#canary@example.org", Map.of()));
    table.put(LocalStudentTable.item("student#two", "award#canary@example.org", Map.of()));
  }

  private static Map<String, AttributeValue> key(String key) {
    return Map.of("pk", AttributeValue.fromS(key), "sk", AttributeValue.fromS(key));
  }
}
