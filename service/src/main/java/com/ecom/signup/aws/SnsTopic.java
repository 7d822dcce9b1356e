package com.ecom.signup.aws;

import com.ecom.signup.environment.Environment;
import com.ecom.signup.event.Delivery;
import com.ecom.signup.event.Event;
import com.ecom.signup.event.Topic;
import com.ecom.signup.event.TopicUnavailableException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The topic in SNS. Each event is a message: its body as it is, its CloudEvents 1.0 attributes as
 * message attributes with the prefix {@code ce-}. A topic whose ARN ends in {@code .fifo} keeps the
 * order of a customer's events and drops repeated deliveries by itself.
 */
@Singleton
final class SnsTopic implements Topic {
  /** What SNS takes in one PublishBatch. */
  private static final int BATCH = 10;

  private final String topicArn;
  private final AwsService sns;

  SnsTopic(Environment environment) {
    this.topicArn = environment.topicArn();
    this.sns = new AwsService(Protocol.QUERY, "sns", "sns", environment);
  }

  @Override
  public int batchSize() {
    return BATCH;
  }

  @Override
  public List<Delivery> publish(List<Event> events) {
    try {
      return PublishBatch.answered(sns.post(PublishBatch.of(topicArn, events)), events);
    } catch (SdkException e) {
      Blame blame = Blame.of(e);
      String code = ErrorCode.of(e);
      if (blame == Blame.TOPIC || (blame == Blame.UNCLEAR && events.size() == 1)) {
        throw new TopicUnavailableException(code, e);
      }
      return events.size() == 1
          ? List.of(new Delivery.Refused(events.getFirst(), code))
          : oneByOne(events, code, e);
    }
  }

  /**
   * Finds out which messages of a refused batch are to blame: those that are refused while others
   * are taken. Where all are refused for a reason that blames none of them, it is the topic.
   */
  private List<Delivery> oneByOne(List<Event> events, String code, SdkException refusal) {
    Map<Event, TopicUnavailableException> unclear = new LinkedHashMap<>();
    List<Delivery> deliveries = new ArrayList<>();
    for (Event event : events) {
      try {
        deliveries.addAll(publish(List.of(event)));
      } catch (TopicUnavailableException e) {
        unclear.put(event, e);
      }
    }
    if (deliveries.isEmpty()) {
      throw new TopicUnavailableException(code, refusal);
    }
    unclear.forEach(
        (event, reason) -> deliveries.add(new Delivery.Refused(event, reason.reason())));
    return deliveries;
  }
}
