package dev.students.benchmarks;

import dev.students.benchmarks.CannedBenchmark.By;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What one caller waits for on DynamoDB Local: each operation in each way, and what fewer requests
 * save.
 */
final class RequestsPart implements Part {

  private static final int ROUNDS = 5;

  @Override
  public String name() {
    return "requests";
  }

  @Override
  public Measurements measure(Setting setting) {
    List<Measured> all = new ArrayList<>();
    Duration each =
        setting.fraction(
            1, Operation.values().length + FewerRequests.LENGTH + NodeComparison.OPERATIONS.size());
    try (DynamoDbClient client = LocalTable.client(setting.endpoint())) {
      for (Operation operation : Operation.values()) {
        all.addAll(operation(client, operation, each).all());
      }
      all.addAll(FewerRequests.measure(setting.endpoint(), each, ROUNDS));
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

  @Override
  public String section(Measurements measured) {
    Table operations =
        new Table(
            "operation",
            "elapsed time, of the same requests by hand",
            "of the Enhanced Client's with beans",
            "of the tutorial's");
    for (String operation : measured.values(CannedBenchmark.OPERATION)) {
      operations.row(
          Table.code(operation),
          elapsed(measured, operation, By.HAND),
          elapsed(measured, operation, By.ENHANCED),
          elapsed(measured, operation, By.TUTORIAL));
    }
    return FewerRequests.table(measured)
        + "\n"
        + operations
        + "\n"
        + NodeComparison.section(measured);
  }

  private static String elapsed(Measurements measured, String operation, By other) {
    Measurements all = measured.where(CannedBenchmark.OPERATION, operation);
    return all.where(Turns.BY, By.STORE).ratioText(Turns.ELAPSED, all.where(Turns.BY, other));
  }
}
