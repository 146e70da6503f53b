package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.students.data.StudentTable;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MonitoringTest {

  private static final Set<String> TABLE = Set.of("TableName");
  private static final Set<String> INDEX = Set.of("TableName", "GlobalSecondaryIndexName");
  private static final Set<String> OPERATION = Set.of("TableName", "Operation");

  /**
   * The dimensions under which CloudWatch keeps each metric, from AWS's page "DynamoDB metrics and
   * dimensions". An alarm with any other set of them never sees data.
   */
  private static final Map<String, Set<Set<String>>> DIMENSIONS =
      Map.of(
          "ThrottledRequests", Set.of(OPERATION),
          "SystemErrors", Set.of(OPERATION),
          "SuccessfulRequestLatency", Set.of(OPERATION),
          "ReadThrottleEvents", Set.of(TABLE, INDEX),
          "WriteThrottleEvents", Set.of(TABLE, INDEX),
          "ConsumedReadCapacityUnits", Set.of(TABLE, INDEX),
          "ConsumedWriteCapacityUnits", Set.of(TABLE, INDEX),
          "ConditionalCheckFailedRequests", Set.of(TABLE),
          "TransactionConflict", Set.of(TABLE));

  @ParameterizedTest
  @MethodSource("dev.students.infra.internal.Template#monitoredStacks")
  void alarm_namesExactlyTheDimensionsOfItsMetric(String stack) {
    assertThat(alarms(stack).values())
        .allSatisfy(
            alarm ->
                assertThat(DIMENSIONS.get(alarm.path("MetricName").asText()))
                    .as(alarm.path("MetricName").asText())
                    .contains(dimensions(alarm)));
  }

  @ParameterizedTest
  @MethodSource("dev.students.infra.internal.Template#monitoredStacks")
  void metric_isWatchedUnderEachOfItsDimensionSets(String stack) {
    Map<String, Set<Set<String>>> watched =
        alarms(stack).values().stream()
            .collect(
                Collectors.groupingBy(
                    alarm -> alarm.path("MetricName").asText(),
                    Collectors.mapping(MonitoringTest::dimensions, Collectors.toSet())));

    assertThat(watched).isEqualTo(DIMENSIONS);
  }

  @ParameterizedTest
  @MethodSource("dev.students.infra.internal.Template#monitoredStacks")
  void index_isWatchedByAlarmsAndOnDashboard(String stack) {
    String dashboard =
        Template.built(stack).properties("AWS::CloudWatch::Dashboard").values().toString();

    for (StudentTable.Index index : StudentTable.INDEXES) {
      assertThat(
              alarms(stack).values().stream()
                  .filter(alarm -> alarm.findValuesAsText("Value").contains(index.name()))
                  .map(alarm -> alarm.path("MetricName").asText()))
          .as(index.name())
          .containsExactlyInAnyOrder(
              "ReadThrottleEvents",
              "WriteThrottleEvents",
              "ConsumedReadCapacityUnits",
              "ConsumedWriteCapacityUnits");
      assertThat(dashboard).contains("\\\"" + index.name() + "\\\"");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.students.infra.internal.Template#monitoredStacks")
  void operation_isWatchedForThrottlingErrorsAndLatency(String stack) {
    Set<String> watched =
        alarms(stack).values().stream()
            .flatMap(
                alarm ->
                    alarm
                        .path("Dimensions")
                        .valueStream()
                        .filter(it -> it.path("Name").asText().equals("Operation"))
                        .map(
                            it ->
                                it.path("Value").asText()
                                    + " "
                                    + alarm.path("MetricName").asText()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(watched)
        .containsExactly(
            "GetItem SuccessfulRequestLatency",
            "GetItem SystemErrors",
            "GetItem ThrottledRequests",
            "Query SuccessfulRequestLatency",
            "Query SystemErrors",
            "Query ThrottledRequests",
            "TransactWriteItems SuccessfulRequestLatency",
            "TransactWriteItems SystemErrors",
            "TransactWriteItems ThrottledRequests");
  }

  @ParameterizedTest
  @MethodSource("dev.students.infra.internal.Template#monitoredStacks")
  void alarm_notifiesTopicSaysWhatToDoAndIgnoresMissingData(String stack) {
    String topic = Template.built(stack).properties("AWS::SNS::Topic").keySet().iterator().next();

    assertThat(alarms(stack).values())
        .allSatisfy(
            alarm -> {
              String actions = "[{\"Ref\":\"" + topic + "\"}]";
              assertThat(alarm.path("AlarmActions")).hasToString(actions);
              assertThat(alarm.path("OKActions")).hasToString(actions);
              assertThat(alarm.path("AlarmDescription").asText())
                  .containsPattern("\\b(Look|Find|Ask|Compare|retries)\\b")
                  .hasSizeBetween(60, 1024);
              assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("notBreaching");
            });
  }

  @ParameterizedTest
  @MethodSource("dev.students.infra.internal.Template#monitoredStacks")
  void userErrors_ofWholeAccount_areOnDashboardOnly(String stack) {
    assertThat(alarms(stack).values())
        .noneMatch(alarm -> alarm.path("MetricName").asText().equals("UserErrors"));
    assertThat(Template.built(stack).properties("AWS::CloudWatch::Dashboard").values())
        .singleElement()
        .asString()
        .contains("UserErrors");
  }

  @Test
  void dev_hasNoAlarmsNoTopicAndNoDashboard() {
    Template dev = Template.built("students-dev");

    assertThat(dev.properties("AWS::CloudWatch::Alarm")).isEmpty();
    assertThat(dev.properties("AWS::CloudWatch::Dashboard")).isEmpty();
    assertThat(dev.properties("AWS::SNS::Topic")).isEmpty();
  }

  private static Map<String, JsonNode> alarms(String stack) {
    Map<String, JsonNode> alarms = Template.built(stack).properties("AWS::CloudWatch::Alarm");
    assertThat(alarms).isNotEmpty();
    return alarms;
  }

  private static Set<String> dimensions(JsonNode alarm) {
    return alarm
        .path("Dimensions")
        .valueStream()
        .map(it -> it.path("Name").asText())
        .collect(Collectors.toSet());
  }
}
