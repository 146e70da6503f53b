package dev.students.benchmarks;

import dev.students.benchmarks.CannedBenchmark.By;
import dev.students.data.AwardId;
import dev.students.data.EmailAddress;
import dev.students.data.PersonName;
import dev.students.data.StudentAward;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentUpdate;
import dev.students.data.XpAward;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What one caller waits for on DynamoDB Local: each operation in each way, and what fewer requests
 * save.
 */
final class RequestsPart implements Part {

  private static final String PAIR = "pair";
  private static final int ROUNDS = 5;
  private static final int AWARDS = 500;
  private static final int SINGLE = 25;
  private static final StudentId ADA = StudentId.of(Operation.ADA);

  @Override
  public String name() {
    return "requests";
  }

  @Override
  public Measurements measure(Setting setting) {
    List<Measured> all = new ArrayList<>();
    Duration each =
        setting.fraction(1, Operation.values().length + 5 + NodeComparison.OPERATIONS.size());
    try (DynamoDbClient client = LocalTable.client(setting.endpoint())) {
      for (Operation operation : Operation.values()) {
        all.addAll(operation(client, operation, each).all());
      }
      try (LocalTable table = LocalTable.create(client)) {
        StudentStore store = StudentStore.create(client, table.name());
        enrol(client, table);
        for (Map.Entry<String, Turns> pair : pairs(store, client, table).entrySet()) {
          all.addAll(pair.getValue().run(Map.of(PAIR, pair.getKey()), each, ROUNDS).all());
        }
      }
      all.addAll(NodeComparison.measure(setting, client, each));
    }
    return new Measurements(all);
  }

  /** Each way on a table of its own, with Ada and some awards on it. */
  private static Measurements operation(DynamoDbClient client, Operation operation, Duration time) {
    List<LocalTable> tables = new ArrayList<>();
    try {
      Turns turns = new Turns();
      for (By by : By.values()) {
        LocalTable table = LocalTable.create(client);
        tables.add(table);
        Students store = By.STORE.students(client, table.name());
        store.create(Operation.ADA, Operation.ADAS_EMAIL);
        IntStream.range(0, Canned.AWARDS)
            .forEach(i -> store.awardXp(Operation.ADA, "before-" + i, 5));
        Students students = by.students(client, table.name());
        turns.add(by.name(), number -> operation.run(students, number));
      }
      return turns.run(Map.of(CannedBenchmark.OPERATION, operation.title()), time, ROUNDS);
    } finally {
      tables.forEach(LocalTable::close);
    }
  }

  private static void enrol(DynamoDbClient client, LocalTable table) {
    Students store = By.STORE.students(client, table.name());
    store.create(Operation.ADA, Operation.ADAS_EMAIL);
    for (int i = 0; i < AWARDS; i++) {
      store.create("s" + i, "s" + i + "@example.org");
    }
  }

  private static Map<String, Turns> pairs(
      StudentStore store, DynamoDbClient client, LocalTable table) {
    Map<String, Turns> pairs = new LinkedHashMap<>();
    Students asRead = By.STORE.students(client, table.name());
    pairs.put(
        "a change of a student that was just read, of one by its id",
        new Turns()
            .add("fewer", number -> asRead.renameAsRead("s1", "Augusta" + number % 2))
            .add("more", number -> asRead.rename("s2", "Augusta" + number % 2)));
    EmailAddress email = EmailAddress.of(Operation.ADAS_EMAIL);
    pairs.put(
        "`findByEmail` and a change of what it found, of one by its id",
        new Turns()
            .add("fewer", n -> store.update(store.findByEmail(email).orElseThrow(), change(n)))
            .add(
                "more", n -> store.update(store.findByEmail(email).orElseThrow().id(), change(n))));
    pairs.put(
        "500 awards of one student, each, of single ones",
        new Turns()
            .add("fewer", AWARDS, n -> store.awardXp(ADA, awards("bulk-" + n, AWARDS)))
            .add(
                "more",
                SINGLE,
                n -> awards("single-" + n, SINGLE).forEach(award -> store.awardXp(ADA, award))));
    pairs.put(
        "an award for each of 500 students, each, of single ones",
        new Turns()
            .add("fewer", AWARDS, n -> store.awardXp(classOf("quiz-" + n, AWARDS), 2))
            .add(
                "more",
                SINGLE,
                n ->
                    classOf("test-" + n, SINGLE)
                        .forEach(each -> store.awardXp(each.studentId(), each.award()))));
    pairs.put("a transaction of one item, of a single-item write", SingleWrite.turns(table));
    return pairs;
  }

  private static StudentUpdate change(long number) {
    return StudentUpdate.builder().firstName(PersonName.of("Augusta" + number % 2)).build();
  }

  private static List<XpAward> awards(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> XpAward.of(AwardId.of(prefix + "-" + i), 1))
        .toList();
  }

  private static List<StudentAward> classOf(String award, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new StudentAward(StudentId.of("s" + i), XpAward.of(AwardId.of(award), 1)))
        .toList();
  }

  private static Measurements by(Measurements measured, String label, String value, Object by) {
    return measured.where(label, value).where(Turns.BY, by);
  }

  @Override
  public String section(Measurements measured) {
    StringBuilder text =
        new StringBuilder(
            """
            | elapsed time of | on DynamoDB Local |
            | --- | --- |
            """);
    for (String pair : measured.values(PAIR)) {
      if (!pair.isEmpty()) {
        text.append(
            "| %s | %s |%n"
                .formatted(
                    pair,
                    by(measured, PAIR, pair, "fewer")
                        .ratioText(Turns.ELAPSED, by(measured, PAIR, pair, "more"))));
      }
    }
    text.append(
        """

        | operation | elapsed time, of the same requests by hand | of the Enhanced Client's with beans | of the tutorial's |
        | --- | --- | --- | --- |
        """);
    for (String operation : measured.values(CannedBenchmark.OPERATION)) {
      if (!operation.isEmpty()) {
        text.append(
            "| `%s` | %s | %s | %s |%n"
                .formatted(
                    operation,
                    elapsed(measured, operation, By.HAND),
                    elapsed(measured, operation, By.ENHANCED),
                    elapsed(measured, operation, By.TUTORIAL)));
      }
    }
    return text + NodeComparison.section(measured);
  }

  private static String elapsed(Measurements measured, String operation, By other) {
    return by(measured, CannedBenchmark.OPERATION, operation, By.STORE)
        .ratioText(Turns.ELAPSED, by(measured, CannedBenchmark.OPERATION, operation, other));
  }
}
