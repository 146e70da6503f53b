package dev.students.infra.internal;

import dev.students.data.StudentTable;
import dev.students.data.StudentTable.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The alarms of a table: what can go wrong, above which threshold, and what to do then.
 *
 * @param contributorInsights whether CloudWatch records throttled keys, so that one can look there
 */
record TableAlarms(TableMetrics metrics, AlarmSettings settings, boolean contributorInsights) {

  /** The requests that the data layer sends; a transaction is one request. */
  static final List<String> OPERATIONS = List.of("GetItem", "Query", "TransactWriteItems");

  List<TableAlarm> all() {
    List<TableAlarm> all = new ArrayList<>();
    OPERATIONS.forEach(operation -> all.addAll(ofOperation(operation)));
    all.addAll(throttling());
    all.addAll(contention());
    all.addAll(quotas());
    return all;
  }

  private List<TableAlarm> ofOperation(String operation) {
    return List.of(
        new TableAlarm(
            operation + "Throttled",
            metrics.ofOperation("ThrottledRequests", operation),
            settings.throttledRequests(),
            1,
            operation
                + " is throttled. Look at the throttle events of table and index: one"
                + " hot partition key, traffic that more than doubled, or a quota that must be raised."),
        new TableAlarm(
            operation + "SystemErrors",
            metrics.ofOperation("SystemErrors", operation),
            settings.systemErrors(),
            1,
            operation
                + " fails inside AWS (HTTP 500). The SDK retries it; if this lasts, look at the AWS"
                + " Health Dashboard and open a case with the request ids from the service's log."),
        new TableAlarm(
            operation + "Latency",
            metrics.meanOfOperation("SuccessfulRequestLatency", operation),
            settings.latencyMilliseconds(),
            3,
            operation
                + " takes longer inside DynamoDB than usual. Compare with its item sizes, pages and"
                + " throttle events; if those are as usual, look at the AWS Health Dashboard."));
  }

  private List<TableAlarm> throttling() {
    return Stream.of("Read", "Write")
        .flatMap(
            direction ->
                Stream.concat(
                    Stream.of(throttledTable(direction)),
                    StudentTable.INDEXES.stream().map(index -> throttledIndex(direction, index))))
        .toList();
  }

  private TableAlarm throttledTable(String direction) {
    return new TableAlarm(
        direction + "ThrottleEvents",
        metrics.ofTable(direction + "ThrottleEvents"),
        settings.throttleEvents(),
        1,
        direction
            + "s of the table are throttled. "
            + hotKey("the hot partition key")
            + "; if there is none, warm the table's throughput up before such"
            + " traffic.");
  }

  private TableAlarm throttledIndex(String direction, Index index) {
    boolean byEmail = index.equals(StudentTable.EMAIL_INDEX);
    return new TableAlarm(
        idPrefix(index) + direction + "ThrottleEvents",
        metrics.ofIndex(direction + "ThrottleEvents", index),
        settings.throttleEvents(),
        1,
        direction
            + "s of the index "
            + (byEmail ? "by e-mail" : index.name())
            + " are throttled, which holds up writes of the table too. "
            + hotKey(byEmail ? "the hot e-mail" : "the hot " + index.partitionKey())
            + ".");
  }

  /** The alarms of the first index were named when it was the only one, and keep their ids. */
  private static String idPrefix(Index index) {
    return index.equals(StudentTable.EMAIL_INDEX) ? "Index" : index.name();
  }

  private String hotKey(String what) {
    return contributorInsights
        ? "Find " + what + " with CloudWatch Contributor Insights"
        : "Find " + what + " by switching on contributorInsights in cdk.json";
  }

  private List<TableAlarm> contention() {
    return List.of(
        new TableAlarm(
            "FailedConditions",
            metrics.ofTable("ConditionalCheckFailedRequests"),
            settings.failedConditions(),
            1,
            "More writes than usual were refused by their condition: taken e-mails, stale versions,"
                + " repeated awards. Look for a client that repeats refused requests, or for an"
                + " import that runs twice."),
        new TableAlarm(
            "TransactionConflicts",
            metrics.ofTable("TransactionConflict"),
            settings.transactionConflicts(),
            1,
            "More transactions than usual conflicted on one item. Look for a student who gets very many"
                + " awards at once, and spread those over time."));
  }

  private List<TableAlarm> quotas() {
    String raise =
        " approach the on-demand quota of a table. Ask for a higher one in Service Quotas before"
            + " requests are throttled, then raise the threshold in cdk.json.";
    int reads = settings.readUnitsPerSecond();
    int writes = settings.writeUnitsPerSecond();
    List<TableAlarm> quotas = new ArrayList<>();
    quotas.add(
        TableAlarm.nearQuota(
            "ReadUnits", metrics.ofTable("ConsumedReadCapacityUnits"), reads, "Reads" + raise));
    quotas.add(
        TableAlarm.nearQuota(
            "WriteUnits", metrics.ofTable("ConsumedWriteCapacityUnits"), writes, "Writes" + raise));
    for (Index index : StudentTable.INDEXES) {
      String name = index.equals(StudentTable.EMAIL_INDEX) ? "" : " " + index.name();
      quotas.add(
          TableAlarm.nearQuota(
              idPrefix(index) + "ReadUnits",
              metrics.ofIndex("ConsumedReadCapacityUnits", index),
              reads,
              "Reads of the index" + name + raise));
      quotas.add(
          TableAlarm.nearQuota(
              idPrefix(index) + "WriteUnits",
              metrics.ofIndex("ConsumedWriteCapacityUnits", index),
              writes,
              "Writes of the index" + name + raise));
    }
    return quotas;
  }
}
