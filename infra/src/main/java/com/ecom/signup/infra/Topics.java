package com.ecom.signup.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.LoggingConfig;
import software.amazon.awscdk.services.sns.LoggingProtocol;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sns.subscriptions.SqsSubscription;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * Where registrations are announced, the queue of the campaign service as an example of a
 * subscriber, and the topic of those who operate.
 */
final class Topics {
  private static final int ATTEMPTS = 5;

  private final Topic registered;
  private final Topic operations;
  private final Queue notTaken;

  Topics(Construct scope, Environment environment, IKey key) {
    Role logging =
        Role.Builder.create(scope, "DeliveryLogging")
            .assumedBy(ServicePrincipal.Builder.create("sns.amazonaws.com").build())
            .inlinePolicies(Map.of("logs", mayLog()))
            .build();
    registered =
        topic(scope, "Registered", environment.named("customer-registered"), key)
            .loggingConfigs(
                List.of(
                    LoggingConfig.builder()
                        .protocol(LoggingProtocol.SQS)
                        .failureFeedbackRole(logging)
                        .successFeedbackRole(logging)
                        .successFeedbackSampleRate(1)
                        .build()))
            .build();
    registered.addToResourcePolicy(nobodyElse(registered));
    notTaken =
        queue(scope, "CampaignNotTaken", environment.named("campaign-not-taken"), key)
            .retentionPeriod(Duration.days(14))
            .build();
    Queue campaign =
        queue(scope, "Campaign", environment.named("campaign"), key)
            .retentionPeriod(Duration.days(7))
            .deadLetterQueue(
                DeadLetterQueue.builder().queue(notTaken).maxReceiveCount(ATTEMPTS).build())
            .build();
    // Raw: the body of a message is the event itself, and ce-id and the like are its attributes.
    registered.addSubscription(
        SqsSubscription.Builder.create(campaign).rawMessageDelivery(true).build());
    operations = operations(scope, environment.named("operations"), environment.operations(), key);
  }

  /** A topic that alarms are told to, with a person who reads them. */
  static Topic operations(Construct scope, String name, String mail, IKey key) {
    Topic topic = topic(scope, "Operations", name, key).build();
    topic.addSubscription(EmailSubscription.Builder.create(mail).build());
    for (String publisher : List.of("cloudwatch.amazonaws.com", "events.amazonaws.com")) {
      topic.grantPublish(ServicePrincipal.Builder.create(publisher).build());
    }
    return topic;
  }

  private static Topic.Builder topic(Construct scope, String id, String name, IKey key) {
    return Topic.Builder.create(scope, id).topicName(name).masterKey(key).enforceSsl(true);
  }

  private static Queue.Builder queue(Construct scope, String id, String name, IKey key) {
    return Queue.Builder.create(scope, id)
        .queueName(name)
        .encryption(QueueEncryption.KMS)
        .encryptionMasterKey(key)
        .enforceSsl(true);
  }

  /** Groups are made by SNS, in a name that holds the account. */
  private static PolicyDocument mayLog() {
    return PolicyDocument.Builder.create()
        .statements(
            List.of(
                PolicyStatement.Builder.create()
                    .actions(
                        List.of("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"))
                    .resources(
                        List.of(
                            "arn:%s:logs:%s:%s:log-group:sns/*"
                                .formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID)))
                    .build()))
        .build();
  }

  /** Other accounts neither publish nor subscribe, whatever else is granted. */
  private static PolicyStatement nobodyElse(Topic topic) {
    return PolicyStatement.Builder.create()
        .sid("OnlyThisAccount")
        .effect(Effect.DENY)
        .principals(List.of(new AnyPrincipal()))
        .actions(List.of("sns:Publish", "sns:Subscribe"))
        .resources(List.of(topic.getTopicArn()))
        .conditions(
            Map.of(
                "StringNotEquals", Map.of("aws:PrincipalAccount", Aws.ACCOUNT_ID),
                "Bool", Map.of("aws:PrincipalIsAWSService", "false")))
        .build();
  }

  Topic registered() {
    return registered;
  }

  Topic operations() {
    return operations;
  }

  /** What the campaign service could not take. */
  Queue notTaken() {
    return notTaken;
  }
}
