package dev.students.infra.internal;

import dev.students.data.EnvironmentParameters;
import java.util.Optional;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** One environment: the table and what belongs to it. */
public final class StudentsStack extends Stack {

  public StudentsStack(Construct scope, EnvironmentSettings settings) {
    super(scope, "students-" + settings.name(), props(settings));
    settings.tags().forEach((key, value) -> Tags.of(this).add(key, value));

    var names = new EnvironmentParameters(settings.name());
    Optional<IKey> key =
        settings.encryptionKeyArn().map(arn -> Key.fromKeyArn(this, "EncryptionKey", arn));
    StudentsTable.Output table =
        new StudentsTable(this, "StudentsTable", new StudentsTable.Input(settings.kind(), key))
            .output();
    Parameters.Output parameters =
        new Parameters(this, "Parameters", new Parameters.Input(names, table)).output();
    Optional<TruncationFunction.Output> truncation =
        truncationFunction(settings, names, table, key);
    policies(settings, names, table, key, parameters);
    if (settings.kind().isMonitored()) {
      new Monitoring(this, "Monitoring", new Monitoring.Input(table, settings.alarms()));
    }

    output("TableName", "Name of the students table", table.name());
    output("TableArn", "ARN of the students table", table.arn());
    truncation.ifPresent(
        it ->
            output(
                "TruncationFunctionName",
                "Name of the function that truncates the table",
                it.function().getFunctionName()));
  }

  private Optional<TruncationFunction.Output> truncationFunction(
      EnvironmentSettings settings,
      EnvironmentParameters names,
      StudentsTable.Output table,
      Optional<IKey> key) {
    if (!settings.truncationFunction()) {
      return Optional.empty();
    }
    var input =
        new TruncationFunction.Input(
            settings.kind().key(),
            names,
            table,
            key,
            settings.truncationReservedConcurrency(),
            settings.logRetentionDays());
    return Optional.of(new TruncationFunction(this, "TruncationFunction", input).output());
  }

  private void policies(
      EnvironmentSettings settings,
      EnvironmentParameters names,
      StudentsTable.Output table,
      Optional<IKey> key,
      Parameters.Output parameters) {
    new AccessPolicies(
        this,
        "AccessPolicies",
        new AccessPolicies.Input(
            settings.kind(),
            names,
            table,
            key,
            settings.applicationMayErase(),
            parameters.tableName()));
  }

  private static StackProps props(EnvironmentSettings settings) {
    Environment.Builder environment = Environment.builder();
    settings.account().ifPresent(environment::account);
    settings.region().ifPresent(environment::region);
    return StackProps.builder()
        .description("Students on DynamoDB, environment " + settings.name())
        .env(environment.build())
        .tags(settings.tags())
        .terminationProtection(settings.kind().protectsData())
        .build();
  }

  private void output(String name, String description, String value) {
    CfnOutput.Builder.create(this, name).description(description).value(value).build();
  }
}
