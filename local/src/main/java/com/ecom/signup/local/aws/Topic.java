package com.ecom.signup.local.aws;

import static com.ecom.signup.local.aws.AwsError.invalidParameter;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Accepts messages; a FIFO topic keeps one of those with the same deduplication id.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sns/latest/dg/fifo-message-dedup.html">deduplication</a>
 */
final class Topic {

  static final Duration DEDUPLICATION = Duration.ofMinutes(5);

  private final String arn;
  private final boolean contentBased;
  private final Journal journal;
  private final Clock clock;
  private final Map<String, Accepted> recent = new LinkedHashMap<>();
  private long sequence;

  Topic(String arn, boolean contentBased, Journal journal, Clock clock) {
    this.arn = arn;
    this.contentBased = contentBased;
    this.journal = journal;
    this.clock = clock;
  }

  Receipt accept(Message message) {
    message.check();
    return arn.endsWith(".fifo") ? acceptInOrder(message) : acceptAny(message);
  }

  private Receipt acceptAny(Message message) {
    if (message.deduplicationId() != null) {
      throw invalidParameter(
          "The request includes MessageDeduplicationId parameter that is not valid for this topic"
              + " type");
    }
    Receipt receipt = new Receipt(Xml.randomId(), null);
    journal.add(arn, message, null, receipt.messageId());
    return receipt;
  }

  private synchronized Receipt acceptInOrder(Message message) {
    if (message.groupId() == null) {
      throw invalidParameter("The MessageGroupId parameter is required for FIFO topics");
    }
    String id = deduplicationId(message);
    Instant now = clock.instant();
    recent.values().removeIf(old -> !old.at().plus(DEDUPLICATION).isAfter(now));
    Accepted before = recent.get(id);
    if (before != null) {
      return before.receipt();
    }
    Receipt receipt = new Receipt(Xml.randomId(), "%020d".formatted(++sequence));
    journal.add(arn, message, id, receipt.messageId());
    recent.put(id, new Accepted(now, receipt));
    return receipt;
  }

  private String deduplicationId(Message message) {
    @Nullable String given = message.deduplicationId();
    if (given != null) {
      return given;
    }
    if (!contentBased) {
      throw invalidParameter(
          "The topic should either have ContentBasedDeduplication enabled or"
              + " MessageDeduplicationId provided explicitly");
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(message.body().getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private record Accepted(Instant at, Receipt receipt) {}
}
