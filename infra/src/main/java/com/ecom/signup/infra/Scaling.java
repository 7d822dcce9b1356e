package com.ecom.signup.infra;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingMetricDataQueryProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingMetricDimensionProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingMetricProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingMetricStatProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.constructs.Construct;

/** More tasks when CPU or requests ask for them: quickly up, slowly down. */
final class Scaling {
  /** Per cent. */
  private static final int CPU = 55;

  /** In a minute, of one task: 100 a second, at 62 µs each a fortieth of what a quarter CPU has. */
  private static final int REQUESTS = 6000;

  private static final int COOL_OUT = 30;
  private static final int COOL_IN = 300;

  private Scaling() {}

  static void of(Construct scope, Service service, Entrance entrance) {
    policy(scope, "ByCpu", service)
        .targetTrackingScalingPolicyConfiguration(
            tracking(CPU)
                .predefinedMetricSpecification(
                    CfnScalingPolicy.PredefinedMetricSpecificationProperty.builder()
                        .predefinedMetricType("ECSServiceAverageCPUUtilization")
                        .build())
                .build())
        .build();
    policy(scope, "ByRequests", service)
        .targetTrackingScalingPolicyConfiguration(
            tracking(REQUESTS)
                .customizedMetricSpecification(
                    CfnScalingPolicy.CustomizedMetricSpecificationProperty.builder()
                        .metrics(requestsOfEitherGroup(entrance))
                        .build())
                .build())
        .build();
  }

  private static CfnScalingPolicy.Builder policy(Construct scope, String id, Service service) {
    return CfnScalingPolicy.Builder.create(scope, id)
        .policyName(id)
        .policyType("TargetTrackingScaling")
        .scalingTargetId(service.scalable().getRef());
  }

  private static CfnScalingPolicy.TargetTrackingScalingPolicyConfigurationProperty.Builder tracking(
      int target) {
    return CfnScalingPolicy.TargetTrackingScalingPolicyConfigurationProperty.builder()
        .targetValue(target)
        .scaleOutCooldown(COOL_OUT)
        .scaleInCooldown(COOL_IN);
  }

  /**
   * The metric that AWS has ready knows one target group, but which one serves changes with each
   * deployment. The other one has no requests, so the sum is right.
   */
  private static List<TargetTrackingMetricDataQueryProperty> requestsOfEitherGroup(
      Entrance entrance) {
    List<TargetTrackingMetricDataQueryProperty> queries = new ArrayList<>();
    for (ApplicationTargetGroup targets : entrance.targets()) {
      queries.add(requests("m" + queries.size(), entrance, targets));
    }
    queries.add(
        TargetTrackingMetricDataQueryProperty.builder()
            .id("sum")
            .expression("FILL(m0, 0) + FILL(m1, 0)")
            .returnData(true)
            .build());
    return queries;
  }

  private static TargetTrackingMetricDataQueryProperty requests(
      String id, Entrance entrance, ApplicationTargetGroup targets) {
    return TargetTrackingMetricDataQueryProperty.builder()
        .id(id)
        .returnData(false)
        .metricStat(
            TargetTrackingMetricStatProperty.builder()
                .stat("Sum")
                .metric(
                    TargetTrackingMetricProperty.builder()
                        .namespace("AWS/ApplicationELB")
                        .metricName("RequestCountPerTarget")
                        .dimensions(
                            List.of(
                                dimension(
                                    "LoadBalancer", entrance.balancer().getLoadBalancerFullName()),
                                dimension("TargetGroup", targets.getTargetGroupFullName())))
                        .build())
                .build())
        .build();
  }

  private static TargetTrackingMetricDimensionProperty dimension(String name, String value) {
    return TargetTrackingMetricDimensionProperty.builder().name(name).value(value).build();
  }
}
