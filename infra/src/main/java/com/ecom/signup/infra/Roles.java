package com.ecom.signup.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/** What the service may do: read one secret, publish to one topic, write from one address. */
final class Roles {
  private final Role task;
  private final Role execution;

  Roles(Construct scope, Environment environment) {
    task = role(scope, "TaskRole", environment.named("task"));
    execution = role(scope, "ExecutionRole", environment.named("execution"));
  }

  private static Role role(Construct scope, String id, String name) {
    return Role.Builder.create(scope, id)
        .roleName(name)
        .assumedBy(
            ServicePrincipal.Builder.create("ecs-tasks.amazonaws.com")
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                .build())
        .build();
  }

  void allowService(
      Environment environment, Database database, Topics topics, Mails mails, IKey key) {
    allow(task, "secretsmanager:GetSecretValue", database.secretArn(), Map.of());
    allow(task, "sns:Publish", topics.registered().getTopicArn(), Map.of());
    allow(
        task,
        "ses:SendEmail",
        mails.identityArn(),
        Map.of("StringEquals", Map.of("ses:FromAddress", environment.mailFrom())));
    allow(task, "kms:Decrypt", key.getKeyArn(), Map.of());
    allow(task, "kms:GenerateDataKey", key.getKeyArn(), Map.of());
  }

  void allowStart(ILogGroup log, List<Secret> secrets, IKey key) {
    execution.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(
                List.of(
                    "ecr:BatchCheckLayerAvailability",
                    "ecr:GetDownloadUrlForLayer",
                    "ecr:BatchGetImage"))
            .resources(List.of(Registry.ARN))
            .build());
    // ECR knows no resource for this action.
    allow(execution, "ecr:GetAuthorizationToken", "*", Map.of());
    execution.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
            .resources(List.of(log.getLogGroupArn()))
            .build());
    secrets.forEach(
        secret ->
            allow(execution, "secretsmanager:GetSecretValue", secret.getSecretArn(), Map.of()));
    allow(execution, "kms:Decrypt", key.getKeyArn(), Map.of());
  }

  private static void allow(
      Role role, String action, String resource, Map<String, Object> conditions) {
    role.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of(action))
            .resources(List.of(resource))
            .conditions(conditions)
            .build());
  }

  /** A task that starts before its policies are there fails. */
  void precede(Construct service) {
    service.getNode().addDependency(task, execution);
  }

  String taskArn() {
    return task.getRoleArn();
  }

  String executionArn() {
    return execution.getRoleArn();
  }
}
