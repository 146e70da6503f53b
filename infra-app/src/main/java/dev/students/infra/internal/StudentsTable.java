package dev.students.infra.internal;

import dev.students.data.StudentTable;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.ContributorInsightsMode;
import software.amazon.awscdk.services.dynamodb.ContributorInsightsSpecification;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.MaxThroughputProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.TableEncryptionV2;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.dynamodb.WarmThroughput;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * The table and its indexes, in one Region: unique e-mails and exactly-once awards rest on
 * transactions, which hold within one Region only. CloudFormation chooses its name.
 */
public final class StudentsTable extends Construct {

  private final Output output;

  /**
   * What decides how the data is protected, and its limits.
   *
   * @param encryptionKey a customer-managed key; if empty, DynamoDB uses a key that it owns
   * @param writers the only roles that may write; if empty, there is no resource policy
   */
  public record Input(
      EnvironmentKind kind,
      Optional<IKey> encryptionKey,
      boolean contributorInsights,
      ThroughputSettings throughput,
      List<String> writers) {}

  /** The table's name and ARN. */
  public record Output(String name, String arn) {

    /** The ARN of one of its indexes, as policies name it. */
    public String arn(StudentTable.Index index) {
      return arn + "/index/" + index.name();
    }
  }

  public StudentsTable(Construct scope, String id, Input input) {
    super(scope, id);
    EnvironmentKind kind = input.kind();
    TableV2.Builder builder =
        TableV2.Builder.create(this, "Table")
            .partitionKey(string(StudentTable.PARTITION_KEY))
            .sortKey(string(StudentTable.SORT_KEY))
            .globalSecondaryIndexes(
                StudentTable.INDEXES.stream()
                    .map(index -> index(index, input.throughput()))
                    .toList())
            .billing(billing(input.throughput()))
            .encryption(
                input
                    .encryptionKey()
                    .map(TableEncryptionV2::customerManagedKey)
                    .orElseGet(TableEncryptionV2::dynamoOwnedKey))
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder()
                    .pointInTimeRecoveryEnabled(kind.recoversToPointInTime())
                    .build())
            .deletionProtection(kind.protectsData())
            .removalPolicy(kind.protectsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    if (input.contributorInsights()) {
      builder.contributorInsightsSpecification(
          ContributorInsightsSpecification.builder()
              .enabled(true)
              .mode(ContributorInsightsMode.THROTTLED_KEYS)
              .build());
    }
    warmThroughput(input.throughput()).ifPresent(builder::warmThroughput);
    if (!input.writers().isEmpty()) {
      builder.resourcePolicy(TableGuard.policy(input.writers()));
    }
    TableV2 table = builder.build();
    output = new Output(table.getTableName(), table.getTableArn());
  }

  public Output output() {
    return output;
  }

  private static Billing billing(ThroughputSettings throughput) {
    if (throughput.maxReadUnits().isEmpty() && throughput.maxWriteUnits().isEmpty()) {
      return Billing.onDemand();
    }
    MaxThroughputProps.Builder maximum = MaxThroughputProps.builder();
    throughput.maxReadUnits().ifPresent(maximum::maxReadRequestUnits);
    throughput.maxWriteUnits().ifPresent(maximum::maxWriteRequestUnits);
    return Billing.onDemand(maximum.build());
  }

  private static Optional<WarmThroughput> warmThroughput(ThroughputSettings throughput) {
    if (throughput.warmReadUnits().isEmpty() && throughput.warmWriteUnits().isEmpty()) {
      return Optional.empty();
    }
    WarmThroughput.Builder warm = WarmThroughput.builder();
    throughput.warmReadUnits().ifPresent(warm::readUnitsPerSecond);
    throughput.warmWriteUnits().ifPresent(warm::writeUnitsPerSecond);
    return Optional.of(warm.build());
  }

  /** Each student is in each index once, so an index has the table's limits. */
  private static GlobalSecondaryIndexPropsV2 index(
      StudentTable.Index index, ThroughputSettings throughput) {
    GlobalSecondaryIndexPropsV2.Builder properties = GlobalSecondaryIndexPropsV2.builder();
    throughput.maxReadUnits().ifPresent(properties::maxReadRequestUnits);
    throughput.maxWriteUnits().ifPresent(properties::maxWriteRequestUnits);
    warmThroughput(throughput).ifPresent(properties::warmThroughput);
    return properties
        .indexName(index.name())
        .partitionKey(string(index.partitionKey()))
        .sortKey(string(index.sortKey()))
        .projectionType(ProjectionType.ALL)
        .build();
  }

  private static Attribute string(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }
}
