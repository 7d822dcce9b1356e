package com.ecom.signup.infra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.codebuild.BuildEnvironment;
import software.amazon.awscdk.services.codebuild.BuildEnvironmentVariable;
import software.amazon.awscdk.services.codebuild.BuildSpec;
import software.amazon.awscdk.services.codebuild.CloudWatchLoggingOptions;
import software.amazon.awscdk.services.codebuild.ComputeType;
import software.amazon.awscdk.services.codebuild.LinuxBuildImage;
import software.amazon.awscdk.services.codebuild.LoggingOptions;
import software.amazon.awscdk.services.codebuild.PipelineProject;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.constructs.Construct;

/** What CodeBuild does: the image once, and for each environment what its scripts say. */
final class Builds {
  private static final int LOG_DAYS = 90;

  /** What whoever approves is shown. */
  private static final List<String> EXPORTED = List.of("COMPARE_URL", "CHANGES");

  private final Construct scope;
  private final IKey key;
  private final ILogGroup log;

  Builds(Construct scope, IKey key) {
    this.scope = scope;
    this.key = key;
    this.log = Logs.of(scope, "BuildLog", "/signup/builds", key, LOG_DAYS);
  }

  /** Tests, and the image if they pass; privileged, as Docker runs inside. */
  PipelineProject image(Repository images) {
    PipelineProject project =
        project(
                "Image",
                BuildSpec.fromSourceFilename("buildspec.yml"),
                Map.of("REPOSITORY_URI", Registry.URI))
            .environment(
                BuildEnvironment.builder()
                    .buildImage(LinuxBuildImage.STANDARD_7_0)
                    .computeType(ComputeType.MEDIUM)
                    .privileged(true)
                    .build())
            .timeout(Duration.minutes(90))
            .build();
    images.grantPullPush(project);
    project.addToRolePolicy(allow(List.of("ecr:DescribeImages"), Registry.ARN));
    return project;
  }

  /** Fills taskdef.json in and runs the migrations in the network of the environment. */
  PipelineProject migration(Environment environment) {
    PipelineProject project =
        script(
            environment,
            "Migrate",
            "infra/deliver/migrate",
            List.of("appspec.yml", "taskdef.json", "imageDetail.json"));
    project.addToRolePolicy(
        allow(
            List.of("ssm:GetParameter"),
            arn("ssm", "parameter/signup/%s/task".formatted(environment.name()))));
    project.addToRolePolicy(
        allow(
            List.of("ecs:RunTask"),
            arn("ecs", "task-definition/%s:*".formatted(environment.named("migration")))));
    project.addToRolePolicy(
        allow(
            List.of("ecs:DescribeTasks"),
            arn("ecs", "task/%s/*".formatted(environment.named("")))));
    // ECS knows no resource for this action.
    project.addToRolePolicy(allow(List.of("ecs:RegisterTaskDefinition"), "*"));
    project.addToRolePolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("iam:PassRole"))
            .resources(
                Stream.of("task", "execution")
                    .map(
                        role ->
                            "arn:%s:iam::%s:role/%s"
                                .formatted(Aws.PARTITION, Aws.ACCOUNT_ID, environment.named(role)))
                    .toList())
            .conditions(
                Map.of("StringEquals", Map.of("iam:PassedToService", "ecs-tasks.amazonaws.com")))
            .build());
    return project;
  }

  PipelineProject smoke(Environment environment) {
    return script(environment, "Smoke", "infra/deliver/smoke", List.of());
  }

  /** Tells what would change in an environment, for whoever approves it. */
  PipelineProject changes(Environment environment) {
    PipelineProject project = script(environment, "Changes", ". infra/deliver/changes", List.of());
    project.addToRolePolicy(
        allow(
            List.of("ecs:DescribeServices"),
            arn("ecs", "service/%1$s/%1$s".formatted(environment.named("")))));
    // ECS knows no resource for this action.
    project.addToRolePolicy(allow(List.of("ecs:DescribeTaskDefinition"), "*"));
    return project;
  }

  private PipelineProject script(
      Environment environment, String id, String command, List<String> artifacts) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("version", "0.2");
    spec.put("env", environmentOf(id));
    spec.put("phases", Map.of("build", Map.of("commands", List.of(command))));
    if (!artifacts.isEmpty()) {
      spec.put("artifacts", Map.of("files", artifacts));
    }
    return project(
            id + capitalised(environment.name()),
            BuildSpec.fromObject(spec),
            Map.of(
                "ENVIRONMENT", environment.name(), "BASE_URL", "https://" + environment.domain()))
        .environment(
            BuildEnvironment.builder()
                .buildImage(LinuxBuildImage.STANDARD_7_0)
                .computeType(ComputeType.SMALL)
                .build())
        .timeout(Duration.minutes(20))
        .build();
  }

  private static Map<String, Object> environmentOf(String id) {
    return id.equals("Changes")
        ? Map.of("shell", "bash", "exported-variables", EXPORTED)
        : Map.of("shell", "bash");
  }

  private PipelineProject.Builder project(
      String id, BuildSpec spec, Map<String, String> variables) {
    return PipelineProject.Builder.create(scope, id)
        .projectName("signup-" + id.replaceAll("(?<=[a-z])([A-Z])", "-$1").toLowerCase(Locale.ROOT))
        .buildSpec(spec)
        .encryptionKey(key)
        .environmentVariables(
            variables.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey,
                        variable ->
                            BuildEnvironmentVariable.builder().value(variable.getValue()).build())))
        .logging(
            LoggingOptions.builder()
                .cloudWatch(CloudWatchLoggingOptions.builder().logGroup(log).build())
                .build());
  }

  private static PolicyStatement allow(List<String> actions, String resource) {
    return PolicyStatement.Builder.create().actions(actions).resources(List.of(resource)).build();
  }

  private static String arn(String service, String resource) {
    return "arn:%s:%s:%s:%s:%s"
        .formatted(Aws.PARTITION, service, Aws.REGION, Aws.ACCOUNT_ID, resource);
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
