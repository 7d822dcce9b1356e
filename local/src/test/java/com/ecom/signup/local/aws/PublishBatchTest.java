package com.ecom.signup.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sns.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sns.model.InvalidBatchEntryIdException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;
import software.amazon.awssdk.services.sns.model.TooManyEntriesInBatchRequestException;

final class PublishBatchTest {

  private final AwsStandIn aws = AwsStandIn.start(0);
  private final SnsClient sns = SdkClients.sns(aws);
  private final String topic = aws.createTopic("customer-registered");

  @AfterEach
  void stop() {
    sns.close();
    aws.close();
  }

  @Test
  void publishesTenInOrder() {
    PublishBatchResponse answer = publish(entries(10));

    assertThat(answer.failed()).isEmpty();
    assertThat(answer.successful()).extracting(PublishBatchResultEntry::id).startsWith("0", "1");
    assertThat(aws.publications())
        .extracting(Publication::message)
        .containsExactly("m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9");
    assertThat(aws.publications())
        .extracting(Publication::messageId)
        .isEqualTo(answer.successful().stream().map(PublishBatchResultEntry::messageId).toList());
    assertThat(aws.publications().get(3).attributes()).isEqualTo(Map.of("n", "3"));
  }

  @Test
  void failsBadMessagesAlone() {
    PublishBatchResponse answer = publish(List.of(entry("good", "m"), entry("bad", "")));

    assertThat(answer.successful()).extracting(PublishBatchResultEntry::id).containsExactly("good");
    BatchResultErrorEntry failed = answer.failed().getFirst();
    assertThat(failed.id()).isEqualTo("bad");
    assertThat(failed.code()).isEqualTo("InvalidParameter");
    assertThat(failed.senderFault()).isTrue();
    assertThat(aws.published()).isEqualTo(1);
  }

  @Test
  void refusesEmptyBatch() {
    assertThatThrownBy(() -> publish(List.of())).isInstanceOf(EmptyBatchRequestException.class);
  }

  @Test
  void refusesElevenEntries() {
    assertThatThrownBy(() -> publish(entries(11)))
        .isInstanceOf(TooManyEntriesInBatchRequestException.class);
    assertThat(aws.published()).isZero();
  }

  @Test
  void refusesRepeatedIds() {
    assertThatThrownBy(() -> publish(List.of(entry("a", "1"), entry("a", "2"))))
        .isInstanceOf(BatchEntryIdsNotDistinctException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a.b", "ü", LONG_ID})
  void refusesImpossibleIds(String id) {
    assertThatThrownBy(() -> publish(List.of(entry(id, "m"))))
        .isInstanceOf(InvalidBatchEntryIdException.class);
  }

  @Test
  void countsMessagesAndAttributesIntoTheLargestBatch() {
    String half = "x".repeat(131_072 - "n".length() - "String".length() - "0".length());

    publish(List.of(entry("0", half), entry("1", half)));
    assertThatThrownBy(() -> publish(List.of(entry("0", half), entry("1", half + "x"))))
        .isInstanceOf(BatchRequestTooLongException.class);
    assertThat(aws.published()).isEqualTo(2);
  }

  @Test
  void refusesUnknownTopic() {
    assertThatThrownBy(
            () ->
                sns.publishBatch(
                    it -> it.topicArn(topic + "x").publishBatchRequestEntries(entries(1))))
        .isInstanceOf(NotFoundException.class);
  }

  private static final String LONG_ID =
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

  private PublishBatchResponse publish(List<PublishBatchRequestEntry> entries) {
    return sns.publishBatch(it -> it.topicArn(topic).publishBatchRequestEntries(entries));
  }

  private static List<PublishBatchRequestEntry> entries(int count) {
    return IntStream.range(0, count).mapToObj(i -> entry(Integer.toString(i), "m" + i)).toList();
  }

  private static PublishBatchRequestEntry entry(String id, String message) {
    return PublishBatchRequestEntry.builder()
        .id(id)
        .message(message)
        .messageAttributes(
            Map.of("n", PublishTest.attribute("String", id.matches("\\d") ? id : "0")))
        .build();
  }
}
