package dev.students.infra.internal;

import dev.students.data.EnvironmentParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/**
 * Three managed policies: {@code application} for a service that uses the data layer, {@code
 * operator} for people who look after the table with the command line, {@code acceptance} for the
 * role that runs the scenarios. Each allows what the code does and nothing else; tests compare them
 * with the requests that are made.
 */
public final class AccessPolicies extends Construct {

  private final Output output;

  /**
   * What the policies grant access to.
   *
   * @param mayReadWholeTable whether {@code application} may list, export and check all students
   * @param mayErase whether {@code application} may remove students for good
   * @param published the parameters by which the scenarios find the table and learn whether it may
   *     be written
   */
  public record Input(
      EnvironmentKind kind,
      EnvironmentParameters names,
      StudentsTable.Output table,
      Optional<IKey> encryptionKey,
      boolean mayReadWholeTable,
      boolean mayErase,
      Parameters.Output published) {}

  /** The policies. */
  public record Output(
      ManagedPolicy application, ManagedPolicy operator, ManagedPolicy acceptance) {}

  public AccessPolicies(Construct scope, String id, Input input) {
    super(scope, id);
    output =
        new Output(
            policy(
                "Application",
                "Use of the students table by a service, in " + input.names().environment(),
                application(input)),
            policy(
                "Operator",
                "Looking after the students table by command line, in "
                    + input.names().environment(),
                operator(input)),
            policy(
                "Acceptance",
                "What the acceptance tests do in " + input.names().environment(),
                acceptance(input)));
    Parameters.parameter(
        this,
        "ApplicationArn",
        input.names().applicationPolicyArn(),
        "ARN of the managed policy for services that use the students table",
        output.application().getManagedPolicyArn());
    Parameters.parameter(
        this,
        "OperatorArn",
        input.names().operatorPolicyArn(),
        "ARN of the managed policy for people who look after the students table",
        output.operator().getManagedPolicyArn());
    Parameters.parameter(
        this,
        "AcceptanceArn",
        input.names().acceptancePolicyArn(),
        "ARN of the managed policy for acceptance tests",
        output.acceptance().getManagedPolicyArn());
  }

  public Output output() {
    return output;
  }

  private static List<PolicyStatement> application(Input input) {
    var statements = new TableStatements(input.table());
    List<PolicyStatement> all = new ArrayList<>(statements.read());
    all.addAll(statements.write());
    if (input.mayReadWholeTable()) {
      all.add(statements.readWholeTable());
      all.add(statements.describeTable());
    }
    if (input.mayErase()) {
      all.add(statements.erase());
    }
    input.encryptionKey().map(EncryptionKey::forReadingAndWriting).ifPresent(all::add);
    return all;
  }

  /**
   * Every command but truncation: single students, and reading, importing and repairing them all.
   */
  private static List<PolicyStatement> operator(Input input) {
    var statements = new TableStatements(input.table());
    List<PolicyStatement> all = new ArrayList<>(statements.read());
    all.addAll(statements.write());
    all.add(statements.erase());
    all.add(statements.checkReservations());
    all.add(statements.readWholeTable());
    all.add(statements.describeTable());
    all.add(findTable(input.published().tableName()));
    input.encryptionKey().map(EncryptionKey::forReadingAndWriting).ifPresent(all::add);
    return all;
  }

  private static PolicyStatement findTable(StringParameter... parameters) {
    return PolicyStatement.Builder.create()
        .sid("FindTable")
        .actions(List.of("ssm:GetParameter"))
        .resources(Stream.of(parameters).map(StringParameter::getParameterArn).toList())
        .build();
  }

  /** In production the scenarios only read. */
  private static List<PolicyStatement> acceptance(Input input) {
    boolean writes = !input.kind().protectsData();
    var statements = new TableStatements(input.table());
    List<PolicyStatement> all = new ArrayList<>(statements.read());
    if (writes) {
      all.addAll(statements.write());
      all.add(statements.erase());
      all.add(statements.writeAsLegacyClient());
      all.add(statements.readWholeTable());
    }
    all.addAll(statements.describe());
    all.add(findTable(input.published().kind(), input.published().tableName()));
    input
        .encryptionKey()
        .map(writes ? EncryptionKey::forReadingAndWriting : EncryptionKey::forReading)
        .ifPresent(all::add);
    return all;
  }

  private ManagedPolicy policy(String id, String description, List<PolicyStatement> statements) {
    return ManagedPolicy.Builder.create(this, id)
        .description(description)
        .statements(statements)
        .build();
  }
}
