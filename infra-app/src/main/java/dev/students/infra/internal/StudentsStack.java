package dev.students.infra.internal;

import java.util.Optional;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** One environment: the table and what belongs to it. */
public final class StudentsStack extends Stack {

  public StudentsStack(Construct scope, EnvironmentSettings settings) {
    super(scope, "students-" + settings.name(), props(settings));
    settings.tags().forEach((key, value) -> Tags.of(this).add(key, value));

    Optional<IKey> key =
        settings.encryptionKeyArn().map(arn -> Key.fromKeyArn(this, "EncryptionKey", arn));
    TableV2 table =
        new StudentsTable(this, "StudentsTable", new StudentsTable.Input(settings.kind(), key))
            .output()
            .table();

    new Parameters(this, "Parameters", new Parameters.Input(settings.name(), table));
    output("TableName", "The table's name.", table.getTableName());
    output("TableArn", "The table's ARN.", table.getTableArn());
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
