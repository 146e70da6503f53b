package dev.students.infra.internal;

import dev.students.data.StudentTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** Alarms on the table, which notify a topic, and a dashboard of the metrics behind them. */
public final class Monitoring extends Construct {

  private final Output output;

  /** The table to watch, and the thresholds. */
  public record Input(
      StudentsTable.Output table,
      AlarmSettings settings,
      boolean contributorInsights,
      Optional<IKey> encryptionKey) {}

  /** The topic that the alarms notify, and the alarms. */
  public record Output(ITopic topic, List<Alarm> alarms) {

    public Output {
      alarms = List.copyOf(alarms);
    }
  }

  public Monitoring(Construct scope, String id, Input input) {
    super(scope, id);
    AlarmSettings settings = input.settings();
    ITopic topic = topic(input);
    var metrics = new TableMetrics(input.table().name());
    List<Alarm> alarms =
        new TableAlarms(metrics, settings, input.contributorInsights())
            .all().stream().map(alarm -> alarm(alarm, topic)).toList();
    dashboard(metrics, alarms);
    output = new Output(topic, alarms);
  }

  public Output output() {
    return output;
  }

  private ITopic topic(Input input) {
    AlarmSettings settings = input.settings();
    return settings
        .topicArn()
        .map(arn -> Topic.fromTopicArn(this, "Topic", arn))
        .orElseGet(
            () ->
                new AlarmTopic(
                        this,
                        "Alarms",
                        new AlarmTopic.Input(
                            settings.email(),
                            input.encryptionKey().filter(key -> settings.encryptTopic())))
                    .output()
                    .topic());
  }

  private Alarm alarm(TableAlarm alarm, ITopic topic) {
    Alarm created =
        Alarm.Builder.create(this, alarm.id())
            .metric(alarm.metric())
            .threshold(alarm.threshold())
            .evaluationPeriods(alarm.periods())
            .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .alarmDescription(alarm.whatToDo())
            .build();
    created.addAlarmAction(new SnsAction(topic));
    created.addOkAction(new SnsAction(topic));
    return created;
  }

  private void dashboard(TableMetrics metrics, List<Alarm> alarms) {
    Dashboard.Builder.create(this, "Dashboard")
        .widgets(
            List.of(
                List.of(
                    AlarmStatusWidget.Builder.create()
                        .title("Alarms")
                        .alarms(alarms)
                        .width(24)
                        .build()),
                List.of(
                    graph(
                        "Mean latency inside DynamoDB, milliseconds",
                        operations(it -> metrics.meanOfOperation("SuccessfulRequestLatency", it))),
                    graph(
                        "Throttled requests",
                        operations(it -> metrics.ofOperation("ThrottledRequests", it))),
                    graph(
                        "System errors",
                        operations(it -> metrics.ofOperation("SystemErrors", it)))),
                List.of(
                    graph(
                        "Consumed units of the table",
                        metrics.ofTable("ConsumedReadCapacityUnits"),
                        metrics.ofTable("ConsumedWriteCapacityUnits")),
                    graph(
                        "Consumed units of the index",
                        indexes(
                            metrics, "ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits")),
                    graph(
                        "Throttle events of the table",
                        metrics.ofTable("ReadThrottleEvents"),
                        metrics.ofTable("WriteThrottleEvents"))),
                List.of(
                    graph(
                        "Throttle events of the index",
                        indexes(metrics, "ReadThrottleEvents", "WriteThrottleEvents")),
                    graph(
                        "Failed conditions and transaction conflicts",
                        metrics.ofTable("ConditionalCheckFailedRequests"),
                        metrics.ofTable("TransactionConflict")),
                    graph(
                        "User errors of all tables of this account",
                        TableMetrics.ofAccount("UserErrors")))))
        .build();
  }

  private static IMetric[] operations(Function<String, IMetric> metric) {
    return TableAlarms.OPERATIONS.stream().map(metric).toArray(IMetric[]::new);
  }

  private static IMetric[] indexes(TableMetrics metrics, String... names) {
    return StudentTable.INDEXES.stream()
        .flatMap(index -> Stream.of(names).map(name -> metrics.ofIndex(name, index)))
        .toArray(IMetric[]::new);
  }

  private static IWidget graph(String title, IMetric... metrics) {
    return GraphWidget.Builder.create()
        .title(title)
        .left(Stream.of(metrics).toList())
        .width(8)
        .build();
  }
}
