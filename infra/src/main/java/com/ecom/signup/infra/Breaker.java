package com.ecom.signup.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.events.CfnRule;
import software.constructs.Construct;

/**
 * The circuit breaker of a deployment. That of ECS belongs to a controller which knows nothing of
 * CodeDeploy, so this one counts by itself what that one counts: tasks that ended though nobody
 * told them to. Three in ten minutes stop a deployment and take it back.
 */
final class Breaker {
  private static final int FAILURES = 3;

  private Breaker() {}

  static Alarm of(Construct scope, Environment environment, Signs signs) {
    CfnRule rule =
        CfnRule.Builder.create(scope, "TasksThatFailed")
            .name(environment.named("tasks-that-failed"))
            .description("Tasks that ended though nobody told them to; counted by an alarm")
            .eventPattern(pattern(environment))
            .build();
    return signs.above(
        "TasksFail",
        "Tasks end soon after their start: see their last log lines",
        Metric.Builder.create()
            .namespace("AWS/Events")
            .metricName("TriggeredRules")
            .statistic("Sum")
            .dimensionsMap(Map.of("RuleName", rule.getRef()))
            .period(Duration.minutes(10))
            .build(),
        FAILURES - 1,
        1);
  }

  private static Map<String, Object> pattern(Environment environment) {
    return Map.of(
        "source", List.of("aws.ecs"),
        "detail-type", List.of("ECS Task State Change"),
        "detail",
            Map.of(
                "group", List.of("service:" + environment.named("")),
                "lastStatus", List.of("STOPPED"),
                "$or",
                    List.of(
                        Map.of(
                            "stopCode", List.of("EssentialContainerExited", "TaskFailedToStart")),
                        Map.of(
                            "stoppedReason",
                            List.of(
                                Map.of("prefix", "Task failed ELB health checks"),
                                Map.of("prefix", "Task failed container health checks"))))));
  }
}
