package com.ecom.signup.aws;

import com.ecom.signup.event.Delivery;
import com.ecom.signup.event.Event;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Publishes up to ten messages at once.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html">PublishBatch</a>
 */
final class PublishBatch {
  private static final String SOURCE = "/registration";
  private static final int BYTES_OF_EVENT = 2400;

  private final boolean ordered;
  private final Form form;

  private PublishBatch(String topicArn, int events) {
    ordered = topicArn.endsWith(".fifo");
    form =
        new Form(BYTES_OF_EVENT * events)
            .add("Action", "PublishBatch")
            .add("Version", "2010-03-31")
            .add("TopicArn", topicArn);
  }

  /** The messages' ids are the events' places in the list. */
  static AwsRequest of(String topicArn, List<Event> events) {
    PublishBatch batch = new PublishBatch(topicArn, events.size());
    for (int i = 0; i < events.size(); i++) {
      batch.message(i, events.get(i));
    }
    return new AwsRequest("/", Map.of(), batch.form.toString());
  }

  /**
   * One for each event, also for one that the answer passes over in silence.
   *
   * @throws SdkClientException if it is not an answer of SNS
   */
  static List<Delivery> answered(byte[] answer, List<Event> events) {
    Delivery[] deliveries =
        events.stream()
            .map(event -> new Delivery.Failed(event, "NoAnswer"))
            .toArray(Delivery[]::new);
    try {
      for (Map<String, String> member : XmlAnswer.elements(answer, "member")) {
        int index = Integer.parseInt(member.getOrDefault("Id", ""));
        deliveries[index] = delivery(events.get(index), member);
      }
    } catch (XMLStreamException | NumberFormatException | IndexOutOfBoundsException e) {
      throw SdkClientException.create("not the answer of SNS", e);
    }
    return List.of(deliveries);
  }

  private static Delivery delivery(Event event, Map<String, String> member) {
    String messageId = member.get("MessageId");
    if (messageId != null) {
      return new Delivery.Delivered(event, messageId);
    }
    String code = member.getOrDefault("Code", "NoCode");
    return Boolean.parseBoolean(member.get("SenderFault"))
        ? new Delivery.Refused(event, code)
        : new Delivery.Failed(event, code);
  }

  private void message(int index, Event event) {
    String prefix = "PublishBatchRequestEntries.member." + (index + 1) + ".";
    form.add(prefix, "Id", String.valueOf(index))
        .add(prefix, "Message", Objects.requireNonNullElse(event.body(), ""));
    if (ordered) {
      form.add(prefix, "MessageGroupId", event.customerId().toString())
          .add(prefix, "MessageDeduplicationId", event.id().toString());
    }
    attribute(prefix, 1, "ce-specversion", "1.0");
    attribute(prefix, 2, "ce-id", event.id().toString());
    attribute(prefix, 3, "ce-source", SOURCE);
    attribute(prefix, 4, "ce-type", event.type());
    attribute(prefix, 5, "ce-time", event.occurredAt().toString());
    attribute(prefix, 6, "ce-subject", event.customerId().toString());
    // The place in a trace under its two names, that of CloudEvents and that of W3C.
    if (event.traceparent() != null) {
      attribute(prefix, 7, "ce-traceparent", event.traceparent());
      attribute(prefix, 8, "traceparent", event.traceparent());
    }
  }

  private void attribute(String message, int number, String name, String value) {
    String prefix = message + "MessageAttributes.entry." + number + ".";
    form.add(prefix, "Name", name)
        .add(prefix, "Value.DataType", "String")
        .add(prefix, "Value.StringValue", value);
  }
}
