package dev.students.acceptance.internal.targets;

import dev.students.data.EnvironmentParameters;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/** What a stack publishes in Parameter Store. */
final class StackParameters {

  private StackParameters() {}

  /**
   * The table of an environment's stack.
   *
   * @param environment its name, for example {@code dev} or {@code dev-7}
   */
  static String tableName(SsmClient ssm, String environment) {
    String parameter = new EnvironmentParameters(environment).tableName();
    try {
      return ssm.getParameter(get -> get.name(parameter)).parameter().value();
    } catch (ParameterNotFoundException e) {
      throw new TargetException(
          "There is no parameter "
              + parameter
              + " in this account and Region, so no stack students-"
              + environment
              + " is there. Deploy it (npx cdk deploy students-"
              + environment
              + "), or choose another --environment, profile or Region. Nothing was written.",
          e);
    }
  }
}
