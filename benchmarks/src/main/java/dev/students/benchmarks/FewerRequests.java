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
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Pairs of ways to the same, one with fewer requests: beside the database and across a network. */
final class FewerRequests {

  private static final String PAIR = "pair";
  private static final String MILLIS_AWAY = "millisAway";

  /** The round trips to the database, in milliseconds. */
  private static final List<Integer> DISTANCES = List.of(0, 1);

  private static final int PAIRS = 5;

  /** A turn of the pairs with many awards takes a third of a second, so a round needs its time. */
  private static final int LENGTH_OF_A_PAIR = 3;

  /** How many times as long as one operation all pairs take. */
  static final int LENGTH = PAIRS * DISTANCES.size() * LENGTH_OF_A_PAIR;

  private static final int AWARDS = 500;
  private static final int SINGLE = 100;
  private static final StudentId ADA = StudentId.of(Operation.ADA);

  private FewerRequests() {}

  /**
   * Measures all pairs.
   *
   * @param time that of one operation
   */
  static List<Measured> measure(URI endpoint, Duration time, int rounds) {
    List<Measured> all = new ArrayList<>();
    for (int millis : DISTANCES) {
      String away = Integer.toString(millis);
      try (DynamoDbClient client = LocalTable.client(endpoint, Duration.ofMillis(millis));
          LocalTable table = LocalTable.create(client)) {
        enrol(client, table);
        StudentStore store = StudentStore.create(client, table.name());
        for (Map.Entry<String, Turns> pair : pairs(store, client, table).entrySet()) {
          Map<String, String> what = Map.of(PAIR, pair.getKey(), MILLIS_AWAY, away);
          Duration length = time.multipliedBy(LENGTH_OF_A_PAIR);
          all.addAll(pair.getValue().run(what, length, rounds).all());
        }
      }
    }
    return all;
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

  static Table table(Measurements measured) {
    Table table =
        new Table("elapsed time of", "on DynamoDB Local", "across a network, 1 ms to and fro");
    for (String pair : measured.values(PAIR)) {
      Measurements both = measured.where(PAIR, pair);
      table.row(Table.cells(DISTANCES.stream().map(away -> ratio(both, away)).toList(), pair));
    }
    return table;
  }

  private static String ratio(Measurements pair, int millisAway) {
    Measurements here = pair.where(MILLIS_AWAY, millisAway);
    return here.where(Turns.BY, "fewer").ratioText(Turns.ELAPSED, here.where(Turns.BY, "more"));
  }
}
