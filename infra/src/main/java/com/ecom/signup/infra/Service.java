package com.ecom.signup.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalableTarget;
import software.amazon.awscdk.services.ecs.CfnCluster;
import software.amazon.awscdk.services.ecs.CfnService;
import software.constructs.Construct;

/** The tasks. Which ones is CodeDeploy's business once the first have been started here. */
final class Service {
  static final String CONTAINER = "signup";
  static final String PLATFORM = "1.4.0";

  private final CfnCluster cluster;
  private final CfnService service;
  private final CfnScalableTarget scalable;

  Service(
      Construct scope,
      Environment environment,
      Network network,
      Entrance entrance,
      Roles roles,
      TaskValues values) {
    cluster =
        CfnCluster.Builder.create(scope, "Cluster").clusterName(environment.named("")).build();
    CfnResource task = firstTask(scope, values);
    service =
        CfnService.Builder.create(scope, "Service")
            .serviceName(environment.named(""))
            .cluster(cluster.getRef())
            // By its family: a revision here would be one that CloudFormation wants to keep to.
            .taskDefinition(environment.named(""))
            .desiredCount(environment.replicas().least())
            .launchType("FARGATE")
            .platformVersion(PLATFORM)
            .enableExecuteCommand(false)
            .propagateTags("SERVICE")
            .healthCheckGracePeriodSeconds(90)
            .deploymentController(
                CfnService.DeploymentControllerProperty.builder().type("CODE_DEPLOY").build())
            .networkConfiguration(
                CfnService.NetworkConfigurationProperty.builder()
                    .awsvpcConfiguration(
                        CfnService.AwsVpcConfigurationProperty.builder()
                            .assignPublicIp("DISABLED")
                            .subnets(network.taskSubnets())
                            .securityGroups(List.of(network.tasks().getSecurityGroupId()))
                            .build())
                    .build())
            .loadBalancers(
                List.of(
                    CfnService.LoadBalancerProperty.builder()
                        .containerName(CONTAINER)
                        .containerPort(Ports.PUBLIC)
                        .targetGroupArn(entrance.blue().getTargetGroupArn())
                        .build()))
            .build();
    service.getNode().addDependency(task, entrance.listener());
    roles.precede(service);
    scalable =
        CfnScalableTarget.Builder.create(scope, "Replicas")
            .serviceNamespace("ecs")
            .scalableDimension("ecs:service:DesiredCount")
            .resourceId(Fn.join("/", List.of("service", cluster.getRef(), service.getAttrName())))
            .minCapacity(environment.replicas().least())
            .maxCapacity(environment.replicas().most())
            .build();
  }

  /** Kept when it is replaced, as tasks of it may run. */
  private static CfnResource firstTask(Construct scope, TaskValues values) {
    CfnParameter commit =
        CfnParameter.Builder.create(scope, "FirstCommit")
            .description(
                "The commit whose image the first tasks run; later ones come by CodeDeploy")
            .allowedPattern("[0-9a-f]{40}")
            .build();
    CfnResource task =
        CfnResource.Builder.create(scope, "FirstTask")
            .type("AWS::ECS::TaskDefinition")
            .properties(values.task(Registry.URI + ":" + commit.getValueAsString()))
            .build();
    task.addOverride("UpdateReplacePolicy", "Retain");
    task.addOverride("DeletionPolicy", "Retain");
    return task;
  }

  CfnScalableTarget scalable() {
    return scalable;
  }

  String cluster() {
    return cluster.getRef();
  }

  String name() {
    return service.getAttrName();
  }

  /** By which CloudWatch knows it. */
  Map<String, String> dimensions() {
    return Map.of("ClusterName", cluster(), "ServiceName", name());
  }
}
