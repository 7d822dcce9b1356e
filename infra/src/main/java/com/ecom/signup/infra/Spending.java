package com.ecom.signup.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.constructs.Construct;

/** Somebody is told before a month costs more than was meant. */
final class Spending {
  private Spending() {}

  static void watch(Construct scope, Environment environment) {
    CfnBudget.Builder.create(scope, "Budget")
        .budget(
            CfnBudget.BudgetDataProperty.builder()
                .budgetName(environment.named(""))
                .budgetType("COST")
                .timeUnit("MONTHLY")
                .budgetLimit(
                    CfnBudget.SpendProperty.builder()
                        .amount(environment.budget())
                        .unit("USD")
                        .build())
                .costFilters(
                    Map.of("TagKeyValue", List.of("user:environment$" + environment.name())))
                .build())
        .notificationsWithSubscribers(
            List.of(told(environment, "ACTUAL", 80), told(environment, "FORECASTED", 100)))
        .build();
  }

  private static CfnBudget.NotificationWithSubscribersProperty told(
      Environment environment, String kind, int percent) {
    return CfnBudget.NotificationWithSubscribersProperty.builder()
        .notification(
            CfnBudget.NotificationProperty.builder()
                .notificationType(kind)
                .comparisonOperator("GREATER_THAN")
                .threshold(percent)
                .build())
        .subscribers(
            List.of(
                CfnBudget.SubscriberProperty.builder()
                    .subscriptionType("EMAIL")
                    .address(environment.operations())
                    .build()))
        .build();
  }
}
