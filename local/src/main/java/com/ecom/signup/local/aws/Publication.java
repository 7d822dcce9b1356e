package com.ecom.signup.local.aws;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that a topic accepted.
 *
 * @param position counts from 1 and never restarts, not even after {@link AwsStandIn#clear()}
 * @param attributes message attributes by name; binary values as Base64 text
 * @param groupId null unless the publisher gave one
 * @param deduplicationId null on standard topics
 */
public record Publication(
    long position,
    String topicArn,
    String message,
    Map<String, String> attributes,
    @Nullable String groupId,
    @Nullable String deduplicationId,
    String messageId,
    Instant received)
    implements Kept {

  /** A rough size, so that a journal of large messages stays bounded too. */
  int weight() {
    int weight = message.length();
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      weight += attribute.getKey().length() + attribute.getValue().length();
    }
    return weight;
  }
}
