package com.ecom.signup.benchmark;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips, and says why, where the programs that make the load can't be had. */
final class Generators implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    try {
      Programs.check();
      return ConditionEvaluationResult.enabled("wrk and pgbench are there");
    } catch (Refusal refusal) {
      return ConditionEvaluationResult.disabled(refusal.getMessage());
    }
  }
}
