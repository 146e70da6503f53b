package dev.students.truncation.internal;

import dev.students.truncation.Guard;
import dev.students.truncation.TruncationPermit;
import dev.students.truncation.TruncationRefusedException;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Checks that a table may be truncated. The table is identified only by the response to
 * DescribeTable, and its location by the endpoint to which DescribeTable was sent.
 */
public record TableGuards(
    TruncationPermit permit, String confirmedName, boolean acceptStream, boolean acceptReplicas) {

  private static final String EMULATOR_ACCOUNT = "000000000000";

  /**
   * Describes the table and returns its description, or refuses it. Sends one request, which reads
   * no item.
   */
  public TableDescription check(DynamoDbClient dynamoDb) {
    checkNames();
    var trace = new CallTrace();
    TableDescription table =
        dynamoDb
            .describeTable(
                request ->
                    request
                        .tableName(permit.tableName())
                        .overrideConfiguration(override -> override.addMetricPublisher(trace)))
            .table();
    checkIdentity(table, trace.endpoint());
    checkState(table);
    return table;
  }

  /** Checks what can be checked before any request. */
  private void checkNames() {
    if (!confirmedName.equals(permit.tableName())) {
      throw new TruncationRefusedException(
          Guard.NOT_CONFIRMED,
          "The permit is for the table "
              + permit.tableName()
              + ", but the name given as confirmation is "
              + confirmedName
              + ". Confirm with the name of the table that is to be truncated.");
    }
    ProductionGuard.check("table", permit.tableName());
  }

  private void checkIdentity(TableDescription table, URI endpoint) {
    Optional<String> permitted = permit.tableArn();
    boolean samePlace =
        EmulatorEndpoint.same(permit.endpoint(), endpoint)
            || (permitted.isPresent()
                && EmulatorEndpoint.isAws(permit.endpoint())
                && EmulatorEndpoint.isAws(endpoint));
    if (!samePlace) {
      throw otherTable(
          "it was issued by " + permit.endpoint() + ", and the client reaches " + endpoint);
    }
    if (permitted.isPresent() && !permitted.get().equals(table.tableArn())) {
      throw otherTable("it holds " + permitted.get() + ", and this is " + table.tableArn());
    }
    if (permitted.isEmpty() && !isEmulators(table)) {
      throw new TruncationRefusedException(
          Guard.NOT_AN_EMULATOR,
          "The service at "
              + endpoint
              + " is not an emulator: its table is "
              + table.tableArn()
              + ", and an emulator's account is "
              + EMULATOR_ACCOUNT
              + ".");
    }
  }

  private static boolean isEmulators(TableDescription table) {
    return TableArn.parse(table.tableArn())
        .filter(arn -> arn.account().equals(EMULATOR_ACCOUNT))
        .isPresent();
  }

  private TruncationRefusedException otherTable(String reason) {
    return new TruncationRefusedException(
        Guard.OTHER_TABLE,
        "The permit (" + permit.evidence() + ") is for another table: " + reason + ".");
  }

  private void checkState(TableDescription table) {
    if (Boolean.TRUE.equals(table.deletionProtectionEnabled())) {
      throw new TruncationRefusedException(
          Guard.DELETION_PROTECTION,
          "The table "
              + table.tableName()
              + " has deletion protection, so its items must be kept.");
    }
    if (!acceptStream && hasStream(table)) {
      throw new TruncationRefusedException(
          Guard.STREAM,
          "The table "
              + table.tableName()
              + " has a stream, whose consumers would receive every deletion. Accept this"
              + " explicitly if it is intended.");
    }
    if (!acceptReplicas && hasReplicasElsewhere(table)) {
      throw new TruncationRefusedException(
          Guard.REPLICAS,
          "The table "
              + table.tableName()
              + " has replicas in other Regions, which would be truncated too. Accept this"
              + " explicitly if it is intended.");
    }
  }

  private static boolean hasReplicasElsewhere(TableDescription table) {
    Optional<String> ownRegion = TableArn.parse(table.tableArn()).map(TableArn::region);
    return table.replicas().stream()
        .anyMatch(replica -> !ownRegion.equals(Optional.ofNullable(replica.regionName())));
  }

  private static boolean hasStream(TableDescription table) {
    return Optional.ofNullable(table.streamSpecification())
        .map(StreamSpecification::streamEnabled)
        .orElse(false);
  }
}
