package com.ecom.signup.local.aws;

import static com.ecom.signup.local.aws.AwsError.invalidParameter;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The topics by ARN. */
final class Topics {

  private static final String ARN = "arn:aws:sns:us-east-1:000000000000:";

  private final Map<String, Topic> topics = new ConcurrentHashMap<>();
  private final Journal journal;
  private final Clock clock;

  Topics(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /** Creating a topic again answers the same ARN and keeps the topic. */
  String create(String name, boolean fifo, boolean contentBased) {
    if (!name.matches("[A-Za-z0-9_-]{1,256}|[A-Za-z0-9_-]{1,251}\\.fifo")) {
      throw invalidParameter("Topic Name");
    }
    if (fifo != name.endsWith(".fifo")) {
      throw invalidParameter("Fifo Topic names must end with .fifo and have FifoTopic set to true");
    }
    String arn = ARN + name;
    topics.computeIfAbsent(arn, key -> new Topic(key, contentBased, journal, clock));
    return arn;
  }

  Topic find(String arn) {
    if (!arn.startsWith("arn:")) {
      throw invalidParameter("TopicArn Reason: An ARN must have at least 6 elements");
    }
    Topic topic = topics.get(arn);
    if (topic == null) {
      throw new AwsError(404, "NotFound", "Topic does not exist");
    }
    return topic;
  }
}
