package com.ecom.signup.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishResponse;

final class PublishTest {

  private final AwsStandIn aws = AwsStandIn.start(0);
  private final SnsClient sns = SdkClients.sns(aws);
  private final String topic = aws.createTopic("customer-registered");

  @AfterEach
  void stop() {
    sns.close();
    aws.close();
  }

  @Test
  void keepsWhatWasPublishedExactly() {
    String message = "{\"first_name\":\"Zoë & <Ünal> + 100% \uD83D\uDE00\",\"line\":\"a\\nb=c\"}";

    PublishResponse answer =
        sns.publish(
            it ->
                it.topicArn(topic)
                    .message(message)
                    .messageAttributes(
                        Map.of(
                            "ce-id", attribute("String", "1+1=2&x"),
                            "raw", binary(new byte[] {0, -1, 7}))));

    assertThat(aws.publications()).hasSize(1);
    Publication kept = aws.publications().getFirst();
    assertThat(kept.message()).isEqualTo(message);
    assertThat(kept.attributes()).isEqualTo(Map.of("ce-id", "1+1=2&x", "raw", "AP8H"));
    assertThat(kept.messageId()).isEqualTo(answer.messageId());
    assertThat(kept.topicArn()).isEqualTo(topic);
    assertThat(kept.position()).isEqualTo(1);
    assertThat(answer.sequenceNumber()).isNull();
  }

  @Test
  void refusesUnknownTopic() {
    assertThatThrownBy(() -> sns.publish(it -> it.topicArn(topic + "x").message("m")))
        .isInstanceOfSatisfying(
            NotFoundException.class, it -> assertThat(it.statusCode()).isEqualTo(404));
  }

  @Test
  void refusesEmptyMessage() {
    assertThatThrownBy(() -> sns.publish(it -> it.topicArn(topic).message("")))
        .isInstanceOf(InvalidParameterException.class);
    assertThat(aws.published()).isZero();
  }

  @Test
  void countsAttributesIntoTheLargestMessage() {
    String largest = "x".repeat(262_144 - "a".length() - "String".length() - "v".length());
    Map<String, MessageAttributeValue> attributes = Map.of("a", attribute("String", "v"));

    sns.publish(it -> it.topicArn(topic).message(largest).messageAttributes(attributes));
    assertThatThrownBy(
            () ->
                sns.publish(
                    it -> it.topicArn(topic).message(largest + "x").messageAttributes(attributes)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("too long");
    assertThat(aws.published()).isEqualTo(1);
  }

  @Test
  void countsBytesRatherThanCharacters() {
    assertThatThrownBy(() -> sns.publish(it -> it.topicArn(topic).message("é".repeat(131_073))))
        .isInstanceOf(InvalidParameterException.class);
  }

  @ParameterizedTest
  @CsvSource({"String,v", "Number,-1.5e3", "String.Array,[1]"})
  void takesDocumentedAttributeTypes(String type, String value) {
    publishWith("name", attribute(type, value));

    assertThat(aws.published()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"Boolean,true", "string,v", "Number,ten", "String,''"})
  void refusesOtherAttributes(String type, String value) {
    assertThatThrownBy(() -> publishWith("name", attribute(type, value)))
        .isInstanceOf(InvalidParameterException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {".a", "a.", "a..b", "a b", "AWS.x", "amazon.x", "é"})
  void refusesReservedOrImpossibleAttributeNames(String name) {
    assertThatThrownBy(() -> publishWith(name, attribute("String", "v")))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void refusesDeduplicationOnStandardTopic() {
    assertThatThrownBy(
            () -> sns.publish(it -> it.topicArn(topic).message("m").messageDeduplicationId("d")))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void keepsTheLatestTenThousandAndCountsAll() {
    Journal journal = new Journal(new TickingClock());
    Message message = new Message("m", Map.of(), null, null);
    for (int i = 0; i < Latest.MOST + 5; i++) {
      journal.add(topic, message, null, "id");
    }

    assertThat(journal.published()).isEqualTo(10_005);
    assertThat(journal.publications()).hasSize(10_000);
    assertThat(journal.publications().getFirst().position()).isEqualTo(6);
  }

  @Test
  void boundsTheMemoryOfLargeMessages() {
    Journal journal = new Journal(new TickingClock());
    Message message = new Message("x".repeat(262_144), Map.of(), null, null);
    for (int i = 0; i < 1000; i++) {
      journal.add(topic, message, null, "id");
    }

    assertThat(journal.publications()).hasSize(256);
  }

  @Test
  void forgetsOnRequestButNeverRestartsPositions() {
    sns.publish(it -> it.topicArn(topic).message("one"));
    aws.clear();
    assertThat(aws.publications()).isEmpty();

    sns.publish(it -> it.topicArn(topic).message("two"));
    assertThat(aws.publications()).extracting(Publication::position).containsExactly(2L);
    assertThat(aws.published()).isEqualTo(2);
  }

  private void publishWith(String name, MessageAttributeValue value) {
    sns.publish(it -> it.topicArn(topic).message("m").messageAttributes(Map.of(name, value)));
  }

  static MessageAttributeValue attribute(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }

  private static MessageAttributeValue binary(byte[] value) {
    return MessageAttributeValue.builder()
        .dataType("Binary")
        .binaryValue(SdkBytes.fromByteArray(value))
        .build();
  }
}
