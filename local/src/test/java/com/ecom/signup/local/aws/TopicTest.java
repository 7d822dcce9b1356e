package com.ecom.signup.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.PublishResponse;

final class TopicTest {

  private final TickingClock clock = new TickingClock();
  private final AwsStandIn aws = AwsStandIn.start(0, URI.create("http://localhost:8001"), clock);
  private final SnsClient sns = SdkClients.sns(aws);

  @AfterEach
  void stop() {
    sns.close();
    aws.close();
  }

  @Test
  void createsTopicOnce() {
    String arn = sns.createTopic(it -> it.name("customer-registered")).topicArn();

    assertThat(arn).isEqualTo("arn:aws:sns:us-east-1:000000000000:customer-registered");
    assertThat(sns.createTopic(it -> it.name("customer-registered")).topicArn()).isEqualTo(arn);
    assertThat(aws.createTopic("customer-registered")).isEqualTo(arn);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "a.b", "ordered.fifo"})
  void refusesImpossibleNames(String name) {
    assertThatThrownBy(() -> sns.createTopic(it -> it.name(name)))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void refusesFifoTopicWithoutItsEnding() {
    assertThatThrownBy(
            () -> sns.createTopic(it -> it.name("a").attributes(Map.of("FifoTopic", "true"))))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void numbersMessagesOfFifoTopic() {
    String arn = aFifoTopic(Map.of("FifoTopic", "true"));

    PublishResponse first = publish(arn, "m", "one");
    PublishResponse second = publish(arn, "m", "two");

    assertThat(first.sequenceNumber()).hasSize(20).isLessThan(second.sequenceNumber());
    assertThat(aws.publications())
        .extracting(Publication::groupId, Publication::deduplicationId)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("group", "one"),
            org.assertj.core.groups.Tuple.tuple("group", "two"));
  }

  @Test
  void deduplicatesForFiveMinutes() {
    String arn = aFifoTopic(Map.of("FifoTopic", "true"));
    PublishResponse first = publish(arn, "m", "one");

    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(publish(arn, "other", "one").messageId()).isEqualTo(first.messageId());
    assertThat(aws.published()).isEqualTo(1);

    clock.advance(Duration.ofMillis(1));
    assertThat(publish(arn, "m", "one").messageId()).isNotEqualTo(first.messageId());
    assertThat(aws.published()).isEqualTo(2);
  }

  @Test
  void deduplicatesByContentWhereTheTopicSaysSo() {
    String arn = aFifoTopic(Map.of("FifoTopic", "true", "ContentBasedDeduplication", "true"));

    sns.publish(it -> it.topicArn(arn).message("m").messageGroupId("group"));
    sns.publish(it -> it.topicArn(arn).message("m").messageGroupId("group"));

    assertThat(aws.published()).isEqualTo(1);
  }

  @Test
  void refusesFifoMessageWithoutGroupOrDeduplicationId() {
    String arn = aFifoTopic(Map.of("FifoTopic", "true"));

    assertThatThrownBy(
            () -> sns.publish(it -> it.topicArn(arn).message("m").messageDeduplicationId("one")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("MessageGroupId");
    assertThatThrownBy(() -> sns.publish(it -> it.topicArn(arn).message("m").messageGroupId("g")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("MessageDeduplicationId");
  }

  private String aFifoTopic(Map<String, String> attributes) {
    return sns.createTopic(it -> it.name("ordered.fifo").attributes(attributes)).topicArn();
  }

  private PublishResponse publish(String arn, String message, String deduplicationId) {
    return sns.publish(
        it ->
            it.topicArn(arn)
                .message(message)
                .messageGroupId("group")
                .messageDeduplicationId(deduplicationId));
  }
}
