package com.ecom.signup.infra;

import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.codedeploy.CfnApplication;
import software.amazon.awscdk.services.codedeploy.CfnDeploymentGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** How new tasks take over from old ones, and when it is taken back (appspec.yml says which). */
final class Delivery {
  private Delivery() {}

  static void to(
      Construct scope,
      Environment environment,
      Service service,
      Entrance entrance,
      List<Alarm> alarms) {
    CfnApplication application =
        CfnApplication.Builder.create(scope, "Application")
            .applicationName(environment.named(""))
            .computePlatform("ECS")
            .build();
    CfnDeploymentGroup.Builder.create(scope, "Deployments")
        .applicationName(application.getRef())
        .deploymentGroupName(environment.named(""))
        .serviceRoleArn(role(scope).getRoleArn())
        .deploymentConfigName(environment.shift())
        .deploymentStyle(
            CfnDeploymentGroup.DeploymentStyleProperty.builder()
                .deploymentType("BLUE_GREEN")
                .deploymentOption("WITH_TRAFFIC_CONTROL")
                .build())
        .ecsServices(
            List.of(
                CfnDeploymentGroup.ECSServiceProperty.builder()
                    .clusterName(service.cluster())
                    .serviceName(service.name())
                    .build()))
        .loadBalancerInfo(balancing(entrance))
        .blueGreenDeploymentConfiguration(switching(environment))
        .alarmConfiguration(
            CfnDeploymentGroup.AlarmConfigurationProperty.builder()
                .enabled(true)
                .alarms(
                    Signs.names(alarms).stream()
                        .map(name -> CfnDeploymentGroup.AlarmProperty.builder().name(name).build())
                        .toList())
                .build())
        .autoRollbackConfiguration(
            CfnDeploymentGroup.AutoRollbackConfigurationProperty.builder()
                .enabled(true)
                .events(
                    List.of(
                        "DEPLOYMENT_FAILURE",
                        "DEPLOYMENT_STOP_ON_ALARM",
                        "DEPLOYMENT_STOP_ON_REQUEST"))
                .build())
        .build();
  }

  private static Role role(Construct scope) {
    return Role.Builder.create(scope, "DeploymentsRole")
        .assumedBy(ServicePrincipal.Builder.create("codedeploy.amazonaws.com").build())
        .managedPolicies(List.of(ManagedPolicy.fromAwsManagedPolicyName("AWSCodeDeployRoleForECS")))
        .build();
  }

  private static CfnDeploymentGroup.LoadBalancerInfoProperty balancing(Entrance entrance) {
    return CfnDeploymentGroup.LoadBalancerInfoProperty.builder()
        .targetGroupPairInfoList(
            List.of(
                CfnDeploymentGroup.TargetGroupPairInfoProperty.builder()
                    .prodTrafficRoute(
                        CfnDeploymentGroup.TrafficRouteProperty.builder()
                            .listenerArns(List.of(entrance.listener().getListenerArn()))
                            .build())
                    .targetGroups(
                        entrance.targets().stream()
                            .map(ApplicationTargetGroup::getTargetGroupName)
                            .map(
                                name ->
                                    CfnDeploymentGroup.TargetGroupInfoProperty.builder()
                                        .name(name)
                                        .build())
                            .toList())
                    .build()))
        .build();
  }

  private static CfnDeploymentGroup.BlueGreenDeploymentConfigurationProperty switching(
      Environment environment) {
    return CfnDeploymentGroup.BlueGreenDeploymentConfigurationProperty.builder()
        .deploymentReadyOption(
            CfnDeploymentGroup.DeploymentReadyOptionProperty.builder()
                .actionOnTimeout("CONTINUE_DEPLOYMENT")
                .build())
        .terminateBlueInstancesOnDeploymentSuccess(
            CfnDeploymentGroup.BlueInstanceTerminationOptionProperty.builder()
                .action("TERMINATE")
                .terminationWaitTimeInMinutes(environment.oldTasksStay())
                .build())
        .build();
  }
}
