package dev.students.infra.internal;

import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/** What the stack tells others, in Parameter Store under {@code /students/<environment>/}. */
public final class Parameters extends Construct {

  private final Output output;

  public record Input(String environment, TableV2 table) {}

  public record Output(StringParameter tableName, StringParameter tableArn) {}

  public Parameters(Construct scope, String id, Input input) {
    super(scope, id);
    String prefix = "/students/" + input.environment() + "/";
    output =
        new Output(
            parameter(
                "TableName",
                prefix + "table-name",
                "Name of the students table",
                input.table().getTableName()),
            parameter(
                "TableArn",
                prefix + "table-arn",
                "ARN of the students table",
                input.table().getTableArn()));
  }

  public Output output() {
    return output;
  }

  private StringParameter parameter(String id, String name, String description, String value) {
    return StringParameter.Builder.create(this, id)
        .parameterName(name)
        .description(description)
        .stringValue(value)
        .build();
  }
}
