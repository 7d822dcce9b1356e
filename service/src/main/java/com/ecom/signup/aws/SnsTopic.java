package com.ecom.signup.aws;

import com.ecom.signup.environment.Environment;
import com.ecom.signup.event.Delivery;
import com.ecom.signup.event.Event;
import com.ecom.signup.event.Topic;
import com.ecom.signup.event.TopicUnavailableException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;

/**
 * The topic in SNS. Each event is a message: its body as it is, its CloudEvents 1.0 attributes as
 * message attributes with the prefix {@code ce-}. A topic whose ARN ends in {@code .fifo} keeps the
 * order of a customer's events and drops repeated deliveries by itself.
 */
@Singleton
final class SnsTopic implements Topic {
  /** What SNS takes in one PublishBatch. */
  private static final int BATCH = 10;

  private static final String SOURCE = "/registration";
  private static final Set<String> BLAMES_MESSAGE =
      Set.of(
          "InvalidParameter",
          "InvalidParameterValue",
          "ParameterValueInvalid",
          "ValidationError",
          "BatchRequestTooLong");

  private final Environment environment;
  private @Nullable SnsClient open;

  SnsTopic(Environment environment) {
    this.environment = environment;
  }

  @Override
  public int batchSize() {
    return BATCH;
  }

  @Override
  public List<Delivery> publish(List<Event> events) {
    try {
      return deliveries(events, send(events));
    } catch (SdkException e) {
      String code = ErrorCode.of(e);
      if (!BLAMES_MESSAGE.contains(code)) {
        throw new TopicUnavailableException(code, e);
      }
      return events.size() == 1
          ? List.of(new Delivery.Refused(events.getFirst(), code))
          : oneByOne(events);
    }
  }

  /** Finds out which message of a refused batch is to blame. */
  private List<Delivery> oneByOne(List<Event> events) {
    return events.stream().flatMap(event -> publish(List.of(event)).stream()).toList();
  }

  private PublishBatchResponse send(List<Event> events) {
    List<PublishBatchRequestEntry> entries =
        IntStream.range(0, events.size()).mapToObj(i -> entry(i, events.get(i))).toList();
    return client()
        .publishBatch(
            request ->
                request.topicArn(environment.topicArn()).publishBatchRequestEntries(entries));
  }

  private synchronized SnsClient client() {
    if (open == null) {
      open = AwsClients.build(SnsClient.builder(), environment);
    }
    return open;
  }

  private PublishBatchRequestEntry entry(int index, Event event) {
    PublishBatchRequestEntry.Builder entry =
        PublishBatchRequestEntry.builder()
            .id(String.valueOf(index))
            .message(event.body())
            .messageAttributes(
                Map.of(
                    "ce-specversion", text("1.0"),
                    "ce-id", text(event.id()),
                    "ce-source", text(SOURCE),
                    "ce-type", text(event.type()),
                    "ce-time", text(event.occurredAt().toString()),
                    "ce-subject", text(event.customerId().toString())));
    if (environment.topicArn().endsWith(".fifo")) {
      entry.messageGroupId(event.customerId().toString()).messageDeduplicationId(event.id());
    }
    return entry.build();
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  /** One for each event, also for one that the answer passes over in silence. */
  private static List<Delivery> deliveries(List<Event> events, PublishBatchResponse response) {
    Delivery[] deliveries =
        events.stream()
            .map(event -> new Delivery.Refused(event, "NoAnswer"))
            .toArray(Delivery[]::new);
    for (PublishBatchResultEntry entry : response.successful()) {
      int index = Integer.parseInt(entry.id());
      deliveries[index] = new Delivery.Delivered(events.get(index), entry.messageId());
    }
    for (BatchResultErrorEntry entry : response.failed()) {
      int index = Integer.parseInt(entry.id());
      deliveries[index] = new Delivery.Refused(events.get(index), entry.code());
    }
    return List.of(deliveries);
  }
}
