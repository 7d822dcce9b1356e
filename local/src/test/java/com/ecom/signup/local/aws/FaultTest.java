package com.ecom.signup.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;

final class FaultTest {

  private final AwsStandIn aws = AwsStandIn.start(0);
  private final SnsClient sns = SdkClients.sns(aws);
  private final String topic = aws.createTopic("customer-registered");

  @AfterEach
  void stop() {
    sns.close();
    aws.close();
  }

  @Test
  void outageLastsUntilRecovery() {
    aws.fail(Service.SNS, Fault.outage());
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(this::publish)
          .isInstanceOfSatisfying(
              AwsServiceException.class,
              it -> {
                assertThat(it.statusCode()).isEqualTo(500);
                assertThat(it.awsErrorDetails().errorCode()).isEqualTo("InternalFailure");
              });
    }

    aws.recover();
    publish();
    assertThat(aws.published()).isEqualTo(1);
  }

  @Test
  void nextRequestsFailAndThenSucceed() {
    aws.failNext(Service.SNS, 2, Fault.throttling());

    assertThatThrownBy(this::publish).satisfies(FaultTest::isThrottling);
    assertThatThrownBy(this::publish).satisfies(FaultTest::isThrottling);
    publish();
    assertThat(aws.published()).isEqualTo(1);
  }

  private static void isThrottling(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            AwsServiceException.class, it -> assertThat(it.isThrottlingException()).isTrue());
  }

  @Test
  void denialIsTyped() {
    aws.failNext(Service.SNS, 1, Fault.denial());

    assertThatThrownBy(this::publish).isInstanceOf(AuthorizationErrorException.class);
  }

  @Test
  void lostAnswerHasPublished() {
    aws.failNext(Service.SNS, 1, Fault.lostAnswer());

    assertThatThrownBy(this::publish).isInstanceOf(SdkClientException.class);
    assertThat(aws.published()).isEqualTo(1);
  }

  @Test
  void refusesRequestsWithOneMessage() {
    aws.fail(Service.SNS, new Fault.RefusedRequests(message -> message.equals("m"), 400, "Odd"));

    assertThatThrownBy(this::publish)
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            it -> assertThat(it.awsErrorDetails().errorCode()).isEqualTo("Odd"));
    assertThat(aws.published()).isZero();
    sns.publish(request -> request.topicArn(topic).message("another"));
    assertThat(aws.published()).isEqualTo(1);
  }

  @Test
  void delayedRequestIsServed() {
    aws.failNext(Service.SNS, 1, Fault.delay(Duration.ofMillis(1)));

    publish();
    assertThat(aws.published()).isEqualTo(1);
  }

  @Test
  void failsChosenMessagesOfBatch() {
    aws.failNext(Service.SNS, 1, Fault.failedMessages("bad"::equals));

    PublishBatchResponse answer =
        sns.publishBatch(
            it -> it.topicArn(topic).publishBatchRequestEntries(entry("good"), entry("bad")));

    assertThat(answer.failed().getFirst().id()).isEqualTo("bad");
    assertThat(answer.failed().getFirst().code()).isEqualTo("InternalError");
    assertThat(answer.failed().getFirst().senderFault()).isFalse();
    assertThat(aws.publications()).extracting(Publication::message).containsExactly("good");
  }

  @Test
  void breaksOneServiceAndLeavesTheOther() {
    aws.putSecret("password", "old");
    aws.fail(Service.SECRETS_MANAGER, Fault.outage());

    publish();
    try (SecretsManagerClient secrets = SdkClients.secretsManager(aws)) {
      assertThatThrownBy(() -> secrets.getSecretValue(it -> it.secretId("password")))
          .isInstanceOfSatisfying(
              AwsServiceException.class, it -> assertThat(it.statusCode()).isEqualTo(500));
    }
  }

  private void publish() {
    sns.publish(it -> it.topicArn(topic).message("m"));
  }

  private static PublishBatchRequestEntry entry(String message) {
    return PublishBatchRequestEntry.builder().id(message).message(message).build();
  }
}
