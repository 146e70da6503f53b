package dev.students.infra.internal;

import dev.students.data.EnvironmentParameters;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/** What the stack publishes in Parameter Store: names and ARNs, nothing secret. */
public final class Parameters extends Construct {

  private final Output output;

  /** The names under which to publish, and the table. */
  public record Input(
      EnvironmentParameters names, EnvironmentKind kind, StudentsTable.Output table) {}

  /** The parameters that describe the environment and its table. */
  public record Output(StringParameter kind, StringParameter tableName, StringParameter tableArn) {}

  public Parameters(Construct scope, String id, Input input) {
    super(scope, id);
    output =
        new Output(
            parameter(
                this,
                "Kind",
                input.names().kind(),
                "Kind of the environment: dev, staging or production",
                input.kind().key()),
            parameter(
                this,
                "TableName",
                input.names().tableName(),
                "Name of the students table",
                input.table().name()),
            parameter(
                this,
                "TableArn",
                input.names().tableArn(),
                "ARN of the students table",
                input.table().arn()));
  }

  public Output output() {
    return output;
  }

  static StringParameter parameter(
      Construct scope, String id, String name, String description, String value) {
    return StringParameter.Builder.create(scope, id)
        .parameterName(name)
        .description(description)
        .stringValue(value)
        .build();
  }
}
