package dev.students.infra.internal;

/**
 * A monthly budget for DynamoDB in the environment's account.
 *
 * @param email receives the messages; personal data, so {@link #toString} omits it
 */
public record BudgetSettings(int monthlyDollars, String email) {

  @Override
  public String toString() {
    return "BudgetSettings[monthlyDollars=" + monthlyDollars + "]";
  }
}
