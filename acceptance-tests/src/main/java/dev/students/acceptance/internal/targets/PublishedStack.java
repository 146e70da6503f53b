package dev.students.acceptance.internal.targets;

import dev.students.data.EnvironmentParameters;
import java.util.Set;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/**
 * The values that the stack of an environment publishes in Parameter Store.
 *
 * @param kind the kind of the environment, which determines its protection, regardless of its name
 * @param table the name of its table
 */
record PublishedStack(String kind, String table) {

  /** The kinds whose tables may be written. An unknown kind is treated as production. */
  private static final Set<String> WRITABLE = Set.of("dev", "staging");

  /**
   * Reads the parameters of a stack.
   *
   * @param environment the name of the environment, for example {@code dev} or {@code dev-7}
   * @throws TargetException if there is no such stack
   */
  static PublishedStack read(SsmClient ssm, String environment) {
    EnvironmentParameters names = new EnvironmentParameters(environment);
    return new PublishedStack(
        value(ssm, names.kind(), environment), value(ssm, names.tableName(), environment));
  }

  boolean isProduction() {
    return !WRITABLE.contains(kind);
  }

  private static String value(SsmClient ssm, String parameter, String environment) {
    try {
      return ssm.getParameter(get -> get.name(parameter)).parameter().value();
    } catch (ParameterNotFoundException e) {
      throw new TargetException(
          "There is no parameter "
              + parameter
              + " in this account and Region, so no stack students-"
              + environment
              + " is there, or one that was deployed before the stacks published it. Deploy it"
              + " (npx cdk deploy students-"
              + environment
              + "), or choose another --environment, profile or Region. Nothing was written.",
          e);
    }
  }
}
