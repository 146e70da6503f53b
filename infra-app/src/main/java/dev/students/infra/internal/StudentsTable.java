package dev.students.infra.internal;

import dev.students.data.StudentTable;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.TableEncryptionV2;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * The table and its index, in one Region: unique e-mails and exactly-once awards rest on
 * transactions, which hold within one Region only. CloudFormation chooses its name.
 */
public final class StudentsTable extends Construct {

  private final Output output;

  /**
   * What decides how the data is protected.
   *
   * @param encryptionKey a customer-managed key; if empty, DynamoDB uses a key that it owns
   */
  public record Input(EnvironmentKind kind, Optional<IKey> encryptionKey) {}

  /** The table's name and ARN, and the ARN of its index as policies name it. */
  public record Output(String name, String arn, String indexArn) {}

  public StudentsTable(Construct scope, String id, Input input) {
    super(scope, id);
    EnvironmentKind kind = input.kind();
    TableV2 table =
        TableV2.Builder.create(this, "Table")
            .partitionKey(string(StudentTable.PARTITION_KEY))
            .sortKey(string(StudentTable.SORT_KEY))
            .globalSecondaryIndexes(List.of(emailIndex()))
            .billing(Billing.onDemand())
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
            .removalPolicy(kind.protectsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
            .build();
    output =
        new Output(
            table.getTableName(),
            table.getTableArn(),
            table.getTableArn() + "/index/" + StudentTable.INDEX);
  }

  public Output output() {
    return output;
  }

  private static GlobalSecondaryIndexPropsV2 emailIndex() {
    return GlobalSecondaryIndexPropsV2.builder()
        .indexName(StudentTable.INDEX)
        .partitionKey(string(StudentTable.INDEX_PARTITION_KEY))
        .sortKey(string(StudentTable.INDEX_SORT_KEY))
        .projectionType(ProjectionType.ALL)
        .build();
  }

  private static Attribute string(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }
}
