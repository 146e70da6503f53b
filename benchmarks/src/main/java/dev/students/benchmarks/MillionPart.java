package dev.students.benchmarks;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The operations, a check and a truncation with a thousand and with a million students: two million
 * items, most of whose time goes into filling and truncating the table. Not among the parts of
 * every run.
 */
final class MillionPart implements Part {

  private static final int FEW = 1_000;
  private static final int MANY = 1_000_000;

  /** A shorter run has fewer. */
  private static final int STUDENTS_PER_SECOND = 1_000;

  @Override
  public String name() {
    return "million";
  }

  @Override
  public Measurements measure(Setting setting) {
    int many = (int) Math.min(MANY, setting.time().toSeconds() * STUDENTS_PER_SECOND);
    Duration operations = setting.fraction(1, 10);
    try (DynamoDbClient client = LocalTable.client(setting.endpoint());
        LocalTable small = LocalTable.create(client);
        LocalTable large = LocalTable.create(client)) {
      return new Measurements(TableGrowth.measure(setting, small, large, FEW, many, operations, 1));
    }
  }

  @Override
  public String section(Measurements measured) {
    return TableGrowth.operationsTable(measured)
        + "\n"
        + TableGrowth.workTable(measured, List.of("check", "truncate"));
  }
}
