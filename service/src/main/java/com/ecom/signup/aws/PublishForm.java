package com.ecom.signup.aws;

import com.ecom.signup.event.Event;
import java.util.List;
import java.util.Objects;

/**
 * A PublishBatch as the form that SNS reads (Amazon SNS API Reference, PublishBatch). The SDK's own
 * way there, by a model and a map of two hundred parameters that each of its stages copies, takes
 * half of all CPU that a delivery costs; decision 0010.
 */
final class PublishForm {
  private static final String SOURCE = "/registration";
  private static final int BYTES_OF_EVENT = 2400;

  private final boolean ordered;
  private final Form form;

  private PublishForm(String topicArn, int events) {
    ordered = topicArn.endsWith(".fifo");
    form =
        new Form(BYTES_OF_EVENT * events)
            .add("Action", "PublishBatch")
            .add("Version", "2010-03-31")
            .add("TopicArn", topicArn);
  }

  /** The messages' ids are the events' places in the list. */
  static byte[] of(String topicArn, List<Event> events) {
    PublishForm form = new PublishForm(topicArn, events.size());
    for (int i = 0; i < events.size(); i++) {
      form.message(i, events.get(i));
    }
    return form.form.bytes();
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
