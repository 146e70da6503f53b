package dev.students.infra.internal;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.constructs.Construct;

/**
 * A monthly budget for all of DynamoDB in the account; a budget for one table would need a cost
 * allocation tag that somebody has activated.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html">AWS
 *     Budgets</a>
 */
public final class Budget extends Construct {

  /** The limit and the recipient. */
  public record Input(BudgetSettings settings) {}

  public Budget(Construct scope, String id, Input input) {
    super(scope, id);
    CfnBudget.Builder.create(this, "Budget")
        .budget(
            CfnBudget.BudgetDataProperty.builder()
                .budgetType("COST")
                .timeUnit("MONTHLY")
                .budgetLimit(
                    CfnBudget.SpendProperty.builder()
                        .amount(input.settings().monthlyDollars())
                        .unit("USD")
                        .build())
                .costFilters(Map.of("Service", List.of("Amazon DynamoDB")))
                .build())
        .notificationsWithSubscribers(
            List.of(notify("ACTUAL", 80, input), notify("FORECASTED", 100, input)))
        .build();
  }

  private static CfnBudget.NotificationWithSubscribersProperty notify(
      String of, int percent, Input input) {
    return CfnBudget.NotificationWithSubscribersProperty.builder()
        .notification(
            CfnBudget.NotificationProperty.builder()
                .notificationType(of)
                .comparisonOperator("GREATER_THAN")
                .threshold(percent)
                .thresholdType("PERCENTAGE")
                .build())
        .subscribers(
            List.of(
                CfnBudget.SubscriberProperty.builder()
                    .subscriptionType("EMAIL")
                    .address(input.settings().email())
                    .build()))
        .build();
  }
}
