package com.ecom.signup.infra;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.constructs.Construct;

/** When somebody is told, from metrics that AWS has of its own. */
final class Alarms {
  private static final String BALANCER = "AWS/ApplicationELB";
  private static final double GIB = 1024.0 * 1024 * 1024;

  private final Signs signs;

  Alarms(Signs signs) {
    this.signs = signs;
  }

  /** Those that also take a deployment back while it is under way. */
  List<Alarm> ofDeployment(Construct scope, Entrance entrance, Environment environment) {
    Map<String, String> balancer =
        Map.of("LoadBalancer", entrance.balancer().getLoadBalancerFullName());
    List<Alarm> alarms = new ArrayList<>();
    alarms.add(
        signs.above(
            "Errors",
            "Tasks answer 5xx: look at the log of the service, then at the database",
            Signs.metric(BALANCER, "HTTPCode_Target_5XX_Count", "Sum", balancer),
            10,
            2));
    alarms.add(
        signs.above(
            "Latency",
            "One answer in a hundred takes more than a second",
            Signs.metric(BALANCER, "TargetResponseTime", "p99", balancer),
            1,
            3));
    alarms.add(
        signs.above(
            "Unhealthy",
            "Tasks are not ready: the database is away, or a new version does not start",
            unhealthy(entrance, balancer),
            0,
            3));
    alarms.add(Breaker.of(scope, environment, signs));
    return alarms;
  }

  /** Of the group that serves and of the one that is about to. */
  private static IMetric unhealthy(Entrance entrance, Map<String, String> balancer) {
    Map<String, IMetric> each = new LinkedHashMap<>();
    for (ApplicationTargetGroup targets : entrance.targets()) {
      each.put(
          "m" + each.size(),
          Signs.metric(
              BALANCER,
              "UnHealthyHostCount",
              "Maximum",
              Map.of(
                  "LoadBalancer",
                  String.valueOf(balancer.get("LoadBalancer")),
                  "TargetGroup",
                  targets.getTargetGroupFullName())));
    }
    return MathExpression.Builder.create()
        .expression("FILL(m0, 0) + FILL(m1, 0)")
        .usingMetrics(each)
        .period(Duration.minutes(1))
        .build();
  }

  void ofService(Entrance entrance, Service service) {
    signs.above(
        "Unreachable",
        "The load balancer itself answers 5xx: no task took the request",
        Signs.metric(
            BALANCER,
            "HTTPCode_ELB_5XX_Count",
            "Sum",
            Map.of("LoadBalancer", entrance.balancer().getLoadBalancerFullName())),
        10,
        2);
    signs.above(
        "Cpu",
        "CPU is used up although there are more tasks by now: raise the most of replicas",
        Signs.metric("AWS/ECS", "CPUUtilization", "Average", service.dimensions()),
        85,
        5);
    signs.above(
        "Memory",
        "Memory is nearly used up",
        Signs.metric("AWS/ECS", "MemoryUtilization", "Maximum", service.dimensions()),
        85,
        5);
  }

  void ofDatabase(Database database, Environment environment) {
    Map<String, String> instance = Map.of("DBInstanceIdentifier", database.name());
    signs.above(
        "DatabaseCpu",
        "The database's CPU is used up: a larger instance type",
        Signs.metric("AWS/RDS", "CPUUtilization", "Average", instance),
        80,
        5);
    signs.below(
        "DatabaseStorage",
        "A tenth of the most storage is left that the database may grow to, or less than 4 GiB",
        Signs.metric("AWS/RDS", "FreeStorageSpace", "Minimum", instance),
        Math.min(4, environment.database().storage() / 5.0) * GIB);
    signs.above(
        "DatabaseConnections",
        "Nearly all connections are used: fewer replicas, or a larger instance type",
        Signs.metric("AWS/RDS", "DatabaseConnections", "Maximum", instance),
        environment.replicas().most() * 2 * 8 * 0.9,
        5);
  }

  void ofTopic(Topics topics) {
    signs.above(
        "NotTaken",
        "The campaign service could not take an event: see its queue of letters not taken",
        Signs.metric(
            "AWS/SQS",
            "ApproximateNumberOfMessagesVisible",
            "Maximum",
            Map.of("QueueName", topics.notTaken().getQueueName())),
        0,
        1);
    signs.above(
        "NotDelivered",
        "SNS could not deliver an event to a subscriber",
        Signs.metric(
            "AWS/SNS",
            "NumberOfNotificationsFailed",
            "Sum",
            Map.of("TopicName", topics.registered().getTopicName())),
        0,
        1);
    signs.above(
        "MailsBounce",
        "More than three mails in a hundred come back; above ten SES stops sending",
        Signs.metric("AWS/SES", "Reputation.BounceRate", "Maximum", Map.of()),
        0.03,
        1);
  }
}
