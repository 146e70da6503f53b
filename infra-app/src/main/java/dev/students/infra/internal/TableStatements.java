package dev.students.infra.internal;

import dev.students.data.StudentTable;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What may be done to the table, as IAM statements. Every write of the data layer is a transaction,
 * so writing is allowed within transactions only; IAM requires the actions of a transaction's
 * items. Deleting is allowed by partition key: releasing an e-mail reservation is routine, removing
 * a student is not.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html">Using
 *     IAM with DynamoDB transactions</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html">Conditions
 *     for fine-grained access control</a>
 */
record TableStatements(StudentsTable.Output table) {

  private static final Map<String, Object> IN_A_TRANSACTION =
      Map.of("dynamodb:EnclosingOperation", List.of("TransactWriteItems"));

  /** Finding students by id and by e-mail address. */
  List<PolicyStatement> read() {
    return List.of(
        statement("ReadTable", List.of("dynamodb:GetItem", "dynamodb:Query"), table.arn()),
        readIndex(StudentTable.EMAIL_INDEX));
  }

  /** Finding students in an index, for the policies whose roles do that. */
  PolicyStatement readIndex(StudentTable.Index index) {
    String name = index.equals(StudentTable.EMAIL_INDEX) ? "" : index.name();
    return statement("ReadIndex" + name, List.of("dynamodb:Query"), table.arn(index));
  }

  List<PolicyStatement> write() {
    PolicyStatement write =
        statement("Write", List.of("dynamodb:PutItem", "dynamodb:UpdateItem"), table.arn());
    write.addCondition("ForAnyValue:StringEquals", IN_A_TRANSACTION);
    return List.of(write, inTransactions("FreeEmail", List.of("dynamodb:DeleteItem"), "email#*"));
  }

  /** Reading the table from end to end, as listing, exporting and checking do. */
  PolicyStatement readWholeTable() {
    return statement("ReadWholeTable", List.of("dynamodb:Scan"), table.arn());
  }

  PolicyStatement erase() {
    return inTransactions(
        "Erase", List.of("dynamodb:ConditionCheckItem", "dynamodb:DeleteItem"), "student#*");
  }

  /** Repairs rest on reservations that they do not change. */
  PolicyStatement checkReservations() {
    return inTransactions("CheckReservations", List.of("dynamodb:ConditionCheckItem"), "email#*");
  }

  /** Writes outside transactions, as a legacy client makes them: the scenarios act as one. */
  PolicyStatement writeAsLegacyClient() {
    PolicyStatement write =
        statement(
            "WriteAsLegacyClient", List.of("dynamodb:PutItem", "dynamodb:UpdateItem"), table.arn());
    write.addCondition("Null", Map.of("dynamodb:EnclosingOperation", "true"));
    write.addCondition(
        "ForAllValues:StringLike", Map.of("dynamodb:LeadingKeys", List.of("student#*")));
    return write;
  }

  /** Describing the table itself, with its size. */
  PolicyStatement describeTable() {
    return statement("DescribeTable", List.of("dynamodb:DescribeTable"), table.arn());
  }

  /** Describing the table itself: its keys, index and protection, and its backups. */
  List<PolicyStatement> describe() {
    return List.of(
        describeTable(),
        statement("DescribeBackups", List.of("dynamodb:DescribeContinuousBackups"), table.arn()));
  }

  private PolicyStatement inTransactions(String sid, List<String> actions, String leadingKeys) {
    PolicyStatement statement = statement(sid, actions, table.arn());
    statement.addCondition("ForAnyValue:StringEquals", IN_A_TRANSACTION);
    statement.addCondition(
        "ForAllValues:StringLike", Map.of("dynamodb:LeadingKeys", List.of(leadingKeys)));
    return statement;
  }

  private static PolicyStatement statement(String sid, List<String> actions, String resource) {
    return PolicyStatement.Builder.create()
        .sid(sid)
        .actions(actions)
        .resources(List.of(resource))
        .build();
  }
}
