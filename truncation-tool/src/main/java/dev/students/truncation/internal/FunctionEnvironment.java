package dev.students.truncation.internal;

import dev.students.truncation.InvalidTruncationException;
import java.util.Map;

/**
 * The settings of the function, which the stack passes in environment variables.
 *
 * @param tableName {@code TABLE_NAME}
 * @param permitParameter {@code TRUNCATION_PERMIT_PARAMETER}
 * @param environment {@code ENVIRONMENT}
 */
public record FunctionEnvironment(String tableName, String permitParameter, String environment) {

  /**
   * Reads the variables.
   *
   * @throws InvalidTruncationException if a variable is missing
   */
  public static FunctionEnvironment of(Map<String, String> variables) {
    return new FunctionEnvironment(
        required(variables, "TABLE_NAME"),
        required(variables, "TRUNCATION_PERMIT_PARAMETER"),
        required(variables, "ENVIRONMENT"));
  }

  private static String required(Map<String, String> variables, String name) {
    String value = variables.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new InvalidTruncationException(
          name, "must be set as an environment variable of the function");
    }
    return value;
  }
}
