package com.ecom.signup.local.aws;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of SNS that a publisher uses.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html">PublishBatch</a>
 */
final class Sns {

  private static final int MOST_ENTRIES = 10;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  private final Topics topics;

  Sns(Topics topics) {
    this.topics = topics;
  }

  Answer answer(byte[] body, @Nullable Fault fault) {
    try {
      Form form = Form.parse(body);
      String action = form.text("Action");
      return switch (action) {
        case "CreateTopic" -> createTopic(form);
        case "Publish" -> publish(form, fault);
        case "PublishBatch" -> publishBatch(form, fault);
        default ->
            throw new AwsError(
                400, "InvalidAction", "The action " + action + " is not valid for this endpoint.");
      };
    } catch (AwsError error) {
      return Xml.error(error);
    }
  }

  private Answer createTopic(Form form) {
    String arn =
        topics.create(
            form.text("Name"), isSet(form, "FifoTopic"), isSet(form, "ContentBasedDeduplication"));
    StringBuilder xml = new StringBuilder();
    Xml.element(xml, "TopicArn", arn);
    return Xml.result("CreateTopic", xml.toString());
  }

  private static boolean isSet(Form form, String attribute) {
    for (int i = 1; ; i++) {
      Form entry = form.below("Attributes.entry." + i);
      if (!entry.has("key")) {
        return false;
      }
      if (entry.text("key").equals(attribute)) {
        return Boolean.parseBoolean(entry.text("value"));
      }
    }
  }

  private Answer publish(Form form, @Nullable Fault fault) {
    Topic topic = topics.find(form.text("TopicArn"));
    Message message = Message.read(form);
    refuse(List.of(message), fault);
    Receipt receipt = accept(topic, message, fault);
    StringBuilder xml = new StringBuilder();
    receipt.appendTo(xml);
    return Xml.result("Publish", xml.toString());
  }

  private static void refuse(List<Message> messages, @Nullable Fault fault) {
    if (fault instanceof Fault.RefusedRequests refused
        && messages.stream().map(Message::body).anyMatch(refused.message())) {
      throw new AwsError(refused.status(), refused.code(), "The request was refused.");
    }
  }

  private static Receipt accept(Topic topic, Message message, @Nullable Fault fault) {
    if (fault instanceof Fault.FailedMessages failed && failed.message().test(message.body())) {
      int status = failed.senderFault() ? 400 : 500;
      throw new AwsError(status, failed.code(), "The message failed.");
    }
    return topic.accept(message);
  }

  private Answer publishBatch(Form form, @Nullable Fault fault) {
    Topic topic = topics.find(form.text("TopicArn"));
    StringBuilder successful = new StringBuilder("<Successful>");
    StringBuilder failed = new StringBuilder("</Successful><Failed>");
    List<Entry> entries = entries(form);
    refuse(entries.stream().map(Entry::message).toList(), fault);
    for (Entry entry : entries) {
      try {
        Receipt receipt = accept(topic, entry.message(), fault);
        successful.append("<member>");
        Xml.element(successful, "Id", entry.id());
        receipt.appendTo(successful);
        successful.append("</member>");
      } catch (AwsError error) {
        appendFailure(failed, entry.id(), error);
      }
    }
    return Xml.result("PublishBatch", successful.append(failed).append("</Failed>").toString());
  }

  private static void appendFailure(StringBuilder failed, String id, AwsError error) {
    failed.append("<member>");
    Xml.element(failed, "Id", id);
    Xml.element(failed, "Code", error.code());
    Xml.element(failed, "Message", error.reason());
    Xml.element(failed, "SenderFault", Boolean.toString(error.sendersFault()));
    failed.append("</member>");
  }

  private static List<Entry> entries(Form form) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 1; ; i++) {
      Form entry = form.below("PublishBatchRequestEntries.member." + i);
      if (!entry.has("Id") && !entry.has("Message")) {
        check(entries);
        return entries;
      }
      entries.add(new Entry(entry.text("Id"), Message.read(entry)));
    }
  }

  private static void check(List<Entry> entries) {
    if (entries.isEmpty()) {
      throw refused("EmptyBatchRequest", "The batch request doesn't contain any entries.");
    }
    if (entries.size() > MOST_ENTRIES) {
      throw refused(
          "TooManyEntriesInBatchRequest",
          "The batch request contains more entries than permissible (more than 10).");
    }
    Set<String> ids = new HashSet<>();
    int bytes = 0;
    for (Entry entry : entries) {
      if (!ID.matcher(entry.id()).matches()) {
        throw refused(
            "InvalidBatchEntryId",
            "The Id of a batch entry in a batch request doesn't abide by the specification.");
      }
      if (!ids.add(entry.id())) {
        throw refused(
            "BatchEntryIdsNotDistinct",
            "Two or more batch entries in the request have the same Id.");
      }
      bytes += entry.message().bytes();
    }
    if (bytes > Message.MOST_BYTES) {
      throw refused(
          "BatchRequestTooLong",
          "The length of all the batch messages put together is more than the limit.");
    }
  }

  private static AwsError refused(String code, String reason) {
    return new AwsError(400, code, reason);
  }

  private record Entry(String id, Message message) {}
}
