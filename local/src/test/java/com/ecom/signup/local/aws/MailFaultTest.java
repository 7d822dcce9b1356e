package com.ecom.signup.local.aws;

import static com.ecom.signup.local.aws.Mails.aMail;
import static com.ecom.signup.local.aws.Mails.aMailTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;
import software.amazon.awssdk.services.sns.SnsClient;

final class MailFaultTest {

  private final AwsStandIn aws = AwsStandIn.start(0);
  private final SesV2Client ses = SdkClients.ses(aws);

  @AfterEach
  void stop() {
    ses.close();
    aws.close();
  }

  @Test
  void outageLastsUntilRecovery() {
    aws.fail(Service.SES, Fault.outage());
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(this::send)
          .isInstanceOfSatisfying(
              SesV2Exception.class,
              it -> {
                assertThat(it.statusCode()).isEqualTo(500);
                assertThat(it.awsErrorDetails().errorCode()).isEqualTo("InternalFailure");
              });
    }
    assertThat(aws.mails()).isEmpty();

    aws.recover();
    send();
    assertThat(aws.mails()).hasSize(1);
  }

  @Test
  void nextRequestsAreThrottledAndThenSucceed() {
    aws.failNext(Service.SES, 2, Fault.tooManyRequests());

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(this::send)
          .isInstanceOfSatisfying(
              TooManyRequestsException.class,
              it -> {
                assertThat(it.statusCode()).isEqualTo(429);
                assertThat(it.isThrottlingException()).isTrue();
              });
    }
    send();
    assertThat(aws.mails()).hasSize(1);
  }

  @Test
  void rejectsOneAddressAndSendsToOthers() {
    aws.fail(Service.SES, Fault.rejectedMails("eve@example.com"::equals));

    assertThatThrownBy(() -> ses.sendEmail(aMailTo("eve@example.com").build()))
        .isInstanceOfSatisfying(
            MessageRejectedException.class, it -> assertThat(it.statusCode()).isEqualTo(400));
    send();
    assertThat(aws.mails()).extracting(Mail::to).containsExactly(List.of("ada@example.com"));
  }

  @Test
  void lostAnswerHasMailed() {
    aws.failNext(Service.SES, 1, Fault.lostAnswer());

    assertThatThrownBy(this::send).isInstanceOf(SdkClientException.class);
    assertThat(aws.mails()).hasSize(1);
  }

  @Test
  void delayedRequestIsServed() {
    aws.failNext(Service.SES, 1, Fault.delay(Duration.ofMillis(1)));

    send();
    assertThat(aws.mails()).hasSize(1);
  }

  @Test
  void breaksMailsAndLeavesEvents() {
    String topic = aws.createTopic("customer-registered");
    aws.fail(Service.SES, Fault.outage());

    try (SnsClient sns = SdkClients.sns(aws)) {
      sns.publish(it -> it.topicArn(topic).message("m"));
    }
    assertThat(aws.published()).isEqualTo(1);
  }

  private void send() {
    ses.sendEmail(aMail().build());
  }
}
