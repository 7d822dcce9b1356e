package com.ecom.signup.infra;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.codebuild.BuildEnvironmentVariable;
import software.amazon.awscdk.services.codedeploy.EcsApplication;
import software.amazon.awscdk.services.codedeploy.EcsDeploymentGroup;
import software.amazon.awscdk.services.codedeploy.EcsDeploymentGroupAttributes;
import software.amazon.awscdk.services.codedeploy.IEcsDeploymentGroup;
import software.amazon.awscdk.services.codepipeline.Artifact;
import software.amazon.awscdk.services.codepipeline.ExecutionMode;
import software.amazon.awscdk.services.codepipeline.FailureConditions;
import software.amazon.awscdk.services.codepipeline.IAction;
import software.amazon.awscdk.services.codepipeline.Pipeline;
import software.amazon.awscdk.services.codepipeline.PipelineType;
import software.amazon.awscdk.services.codepipeline.Result;
import software.amazon.awscdk.services.codepipeline.StageOptions;
import software.amazon.awscdk.services.codepipeline.actions.CodeBuildAction;
import software.amazon.awscdk.services.codepipeline.actions.CodeDeployEcsContainerImageInput;
import software.amazon.awscdk.services.codepipeline.actions.CodeDeployEcsDeployAction;
import software.amazon.awscdk.services.codepipeline.actions.CodeStarConnectionsSourceAction;
import software.amazon.awscdk.services.codepipeline.actions.ManualApprovalAction;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** From a merge on main to dev, and after somebody has approved it, to prod. */
final class PipelineStack extends Stack {
  static final String NAME = "signup-pipeline";
  private static final String BRANCH = "main";

  private final Artifact source = new Artifact("Source");
  private final Artifact built = new Artifact("Built");

  PipelineStack(Construct scope, Parameters parameters, Environment dev, Environment prod) {
    super(
        scope,
        NAME,
        StackProps.builder()
            .description("From a merge on main to dev, and after an approval to prod")
            .terminationProtection(true)
            .synthesizer(new BootstraplessSynthesizer())
            .build());
    Tags.of(this).add("service", "signup");
    Tags.of(this).add("environment", "delivery");
    Key key = Keys.of(this, "alias/" + NAME);
    Topic operations = Topics.operations(this, NAME + "-operations", parameters.operations(), key);
    Pipeline pipeline =
        Pipeline.Builder.create(this, "Pipeline")
            .pipelineName(NAME)
            .pipelineType(PipelineType.V2)
            .executionMode(ExecutionMode.SUPERSEDED)
            .crossAccountKeys(false)
            .restartExecutionOnUpdate(false)
            .artifactBucket(artifacts(key))
            .build();
    Builds builds = new Builds(this, key);
    stage(pipeline, "Source", fromGitHub(parameters));
    allowConnection(pipeline, parameters);
    stage(pipeline, "Build", image(builds));
    intoService(pipeline, builds, dev);
    stage(pipeline, "Approval", changes(builds, prod), approval(operations));
    intoService(pipeline, builds, prod);
    tellOfFailures(pipeline, operations);
  }

  private static void stage(Pipeline pipeline, String name, IAction... actions) {
    pipeline.addStage(StageOptions.builder().stageName(name).actions(List.of(actions)).build());
  }

  /** One that fails, at whichever of its steps, brings back what it had brought before. */
  private void intoService(Pipeline pipeline, Builds builds, Environment environment) {
    Artifact filled = new Artifact("Filled" + environment.name());
    pipeline.addStage(
        StageOptions.builder()
            .stageName(environment.name())
            .onFailure(FailureConditions.builder().result(Result.ROLLBACK).build())
            .actions(
                List.of(
                    CodeBuildAction.Builder.create()
                        .actionName("Migrate")
                        .project(builds.migration(environment))
                        .input(built)
                        .outputs(List.of(filled))
                        .runOrder(1)
                        .build(),
                    deployment(environment, filled),
                    CodeBuildAction.Builder.create()
                        .actionName("Smoke")
                        .project(builds.smoke(environment))
                        .input(built)
                        .runOrder(3)
                        .build()))
            .build());
  }

  private CodeDeployEcsDeployAction deployment(Environment environment, Artifact filled) {
    IEcsDeploymentGroup group =
        EcsDeploymentGroup.fromEcsDeploymentGroupAttributes(
            this,
            environment.named("deployments"),
            EcsDeploymentGroupAttributes.builder()
                .application(
                    EcsApplication.fromEcsApplicationName(
                        this, environment.named("application"), environment.named("")))
                .deploymentGroupName(environment.named(""))
                .build());
    return CodeDeployEcsDeployAction.Builder.create()
        .actionName("Deploy")
        .deploymentGroup(group)
        .appSpecTemplateFile(filled.atPath("appspec.yml"))
        .taskDefinitionTemplateFile(filled.atPath("taskdef.json"))
        .containerImageInputs(
            List.of(
                CodeDeployEcsContainerImageInput.builder()
                    .input(filled)
                    .taskDefinitionPlaceholder(TaskTemplate.IMAGE)
                    .build()))
        .runOrder(2)
        .build();
  }

  private IAction fromGitHub(Parameters parameters) {
    String[] repository = parameters.repository().split("/", 2);
    return CodeStarConnectionsSourceAction.Builder.create()
        .actionName("GitHub")
        .owner(repository[0])
        .repo(repository[1])
        .branch(BRANCH)
        .connectionArn(connection(parameters))
        .output(source)
        .triggerOnPush(true)
        .variablesNamespace("Source")
        .build();
  }

  private static String connection(Parameters parameters) {
    return "arn:%s:codeconnections:%s:%s:connection/%s"
        .formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID, parameters.connection());
  }

  /** The CDK allows this by the name only that the service had before. */
  private static void allowConnection(Pipeline pipeline, Parameters parameters) {
    Role role =
        (Role)
            pipeline
                .getNode()
                .findChild("Source")
                .getNode()
                .findChild("GitHub")
                .getNode()
                .findChild("CodePipelineActionRole");
    role.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("codeconnections:UseConnection"))
            .resources(List.of(connection(parameters)))
            .build());
  }

  private IAction image(Builds builds) {
    return CodeBuildAction.Builder.create()
        .actionName("Image")
        .project(builds.image(Registry.of(this)))
        .input(source)
        .outputs(List.of(built))
        .environmentVariables(
            ofSource(Map.of("REPOSITORY", "FullRepositoryName", "COMMIT_TIME", "AuthorDate")))
        .build();
  }

  /** What the source has told of a commit, each by the name that a build knows it by. */
  private static Map<String, BuildEnvironmentVariable> ofSource(Map<String, String> told) {
    return told.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                one ->
                    BuildEnvironmentVariable.builder()
                        .value("#{Source.%s}".formatted(one.getValue()))
                        .build()));
  }

  private IAction changes(Builds builds, Environment environment) {
    return CodeBuildAction.Builder.create()
        .actionName("Changes")
        .project(builds.changes(environment))
        .input(built)
        .environmentVariables(
            ofSource(Map.of("REPOSITORY", "FullRepositoryName", "COMMIT", "CommitId")))
        .variablesNamespace("Changes")
        .runOrder(1)
        .build();
  }

  private static IAction approval(Topic operations) {
    return ManualApprovalAction.Builder.create()
        .actionName("Approve")
        .notificationTopic(operations)
        .externalEntityLink("#{Changes.COMPARE_URL}")
        .additionalInformation("#{Changes.CHANGES}")
        .runOrder(2)
        .build();
  }

  private Bucket artifacts(Key key) {
    return Bucket.Builder.create(this, "Artifacts")
        .encryption(BucketEncryption.KMS)
        .encryptionKey(key)
        .bucketKeyEnabled(true)
        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
        .enforceSsl(true)
        .removalPolicy(RemovalPolicy.RETAIN)
        .lifecycleRules(List.of(LifecycleRule.builder().expiration(Duration.days(90)).build()))
        .build();
  }

  private void tellOfFailures(Pipeline pipeline, Topic operations) {
    CfnRule.Builder.create(this, "Failures")
        .description("Deliveries that failed, and those that were taken back")
        .eventPattern(
            Map.of(
                "source", List.of("aws.codepipeline"),
                "detail-type", List.of("CodePipeline Stage Execution State Change"),
                "resources", List.of(pipeline.getPipelineArn()),
                "detail", Map.of("state", List.of("FAILED"))))
        .targets(
            List.of(
                CfnRule.TargetProperty.builder()
                    .id("operations")
                    .arn(operations.getTopicArn())
                    .build()))
        .build();
  }
}
