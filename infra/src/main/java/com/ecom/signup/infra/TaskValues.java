package com.ecom.signup.infra;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.ssm.ParameterTier;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/**
 * What an environment puts into the places of {@code taskdef.json}. It is left in a parameter of
 * Systems Manager, where {@code infra/deliver/migrate} reads it line by line.
 */
final class TaskValues {
  private final TaskTemplate template;
  private final Map<String, String> values = new TreeMap<>();

  TaskValues(TaskTemplate template, Environment environment) {
    this.template = template;
    values.put("FAMILY", environment.named(""));
    values.put("CPU", String.valueOf(environment.task().cpu()));
    values.put("MEMORY", String.valueOf(environment.task().memory()));
    values.put("REGISTRATION_LANES", String.valueOf(environment.task().lanes()));
    values.put("ENV_CONFIG", environment.name());
    values.put("AWS_REGION", Aws.REGION);
    values.put("PUBLIC_URL", "https://" + environment.domain());
    values.put("MAIL_FROM", environment.mailFrom());
    values.putAll(environment.policies());
    values.putAll(environment.signIn().variables());
  }

  TaskValues network(Network network) {
    values.put("TRUSTED_PROXIES", network.proxies());
    values.put("TASK_SUBNETS", String.join(",", network.taskSubnets()));
    values.put("TASK_SECURITY_GROUP", network.tasks().getSecurityGroupId());
    return this;
  }

  TaskValues roles(Roles roles) {
    values.put("TASK_ROLE_ARN", roles.taskArn());
    values.put("EXECUTION_ROLE_ARN", roles.executionArn());
    return this;
  }

  TaskValues places(Database database, Topics topics, String logGroup) {
    values.put("DB_HOST", database.host());
    values.put("DB_SECRET", database.secretArn());
    values.put("SNS_TOPIC_ARN", topics.registered().getTopicArn());
    values.put("LOG_GROUP", logGroup);
    return this;
  }

  TaskValues secrets(Secret operator, Secret lookup, Secret client) {
    values.put("OIDC_CLIENT_SECRET_ARN", client.getSecretArn());
    values.put("OPERATOR_TOKEN_ARN", operator.getSecretArn());
    values.put("LOOKUP_TOKEN_ARN", lookup.getSecretArn());
    return this;
  }

  /** A task of an image, in the spelling of CloudFormation. */
  Map<String, Object> task(String image) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put(TaskTemplate.IMAGE, image);
    return template.filled(all);
  }

  void leave(Construct scope, Environment environment) {
    StringParameter.Builder.create(scope, "TaskValues")
        .parameterName("/signup/%s/task".formatted(environment.name()))
        .description("What goes into the places of taskdef.json")
        .tier(ParameterTier.STANDARD)
        .stringValue(
            values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining("\n")))
        .build();
  }
}
