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
    super(scope, settings.stackName(), props(settings));
    settings.tags().forEach((key, value) -> Tags.of(this).add(key, value));

    var names = new EnvironmentParameters(settings.name());
    Optional<IKey> key =
        settings.encryptionKeyArn().map(arn -> Key.fromKeyArn(this, "EncryptionKey", arn));
    StudentsTable.Output table = table(settings, key);
    Parameters.Output parameters =
        new Parameters(this, "Parameters", new Parameters.Input(names, settings.kind(), table))
            .output();
    Optional<TruncationFunction.Output> truncation =
        truncationFunction(settings, names, table, key);
    policies(settings, names, table, key, parameters);
    if (settings.kind().isMonitored()) {
      monitoring(settings, names, table, key);
    }
    settings.budget().ifPresent(it -> new Budget(this, "Budget", new Budget.Input(it)));
    settings
        .backup()
        .ifPresent(it -> new Backup(this, "Backup", new Backup.Input(it, table.arn(), key)));

    output("TableName", "Name of the students table", table.name());
    output("TableArn", "ARN of the students table", table.arn());
    truncation.ifPresent(
        it ->
            output(
                "TruncationFunctionName",
                "Name of the function that truncates the table",
                it.function().getFunctionName()));
  }

  private StudentsTable.Output table(EnvironmentSettings settings, Optional<IKey> key) {
    var input =
        new StudentsTable.Input(
            settings.kind(),
            key,
            settings.contributorInsights(),
            settings.throughput(),
            settings.writers());
    return new StudentsTable(this, "StudentsTable", input).output();
  }

  private void monitoring(
      EnvironmentSettings settings,
      EnvironmentParameters names,
      StudentsTable.Output table,
      Optional<IKey> key) {
    Monitoring.Output monitoring =
        new Monitoring(
                this,
                "Monitoring",
                new Monitoring.Input(table, settings.alarms(), settings.contributorInsights(), key))
            .output();
    Parameters.parameter(
        this,
        "AlarmTopicArn",
        names.alarmTopicArn(),
        "ARN of the topic that the alarms notify",
        monitoring.topic().getTopicArn());
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
            settings.name(),
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
            settings.applicationMayReadWholeTable(),
            settings.applicationMayErase(),
            parameters));
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
