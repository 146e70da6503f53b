package dev.students.infra.internal;

import dev.students.data.StudentTable;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;

/**
 * DynamoDB's metrics, each with every dimension under which CloudWatch keeps it: an alarm that
 * leaves one out never sees data. They are written out because the CDK table's own methods leave
 * some out.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html">DynamoDB
 *     metrics and dimensions</a>
 */
record TableMetrics(String tableName) {

  private static final Duration FIVE_MINUTES = Duration.minutes(5);

  Metric ofTable(String name) {
    return sum(name, Map.of("TableName", tableName));
  }

  Metric ofIndex(String name, StudentTable.Index index) {
    return sum(name, Map.of("TableName", tableName, "GlobalSecondaryIndexName", index.name()));
  }

  Metric ofOperation(String name, String operation) {
    return sum(name, Map.of("TableName", tableName, "Operation", operation));
  }

  /**
   * The mean of a metric that is not a count. CloudWatch keeps no percentiles of DynamoDB's
   * metrics.
   */
  Metric meanOfOperation(String name, String operation) {
    return builder(name)
        .dimensionsMap(Map.of("TableName", tableName, "Operation", operation))
        .statistic("Average")
        .build();
  }

  /** A metric of all tables of the account in this Region, which has no dimension. */
  static Metric ofAccount(String name) {
    return builder(name).statistic("Sum").build();
  }

  private static Metric sum(String name, Map<String, String> dimensions) {
    return builder(name).dimensionsMap(dimensions).statistic("Sum").build();
  }

  private static Metric.Builder builder(String name) {
    return Metric.Builder.create().namespace("AWS/DynamoDB").metricName(name).period(FIVE_MINUTES);
  }
}
