package com.ecom.signup.local.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was accepted for sending, and goes nowhere.
 *
 * @param id what the sender was answered
 * @param from as given, so with the display name if there is one; so are the recipients
 * @param text null when there is only the HTML part
 * @param html null when there is only the text part
 * @param headers beyond those that have their own place here, found by name in any case; reply
 *     addresses as {@code Reply-To}, tags as {@code X-SES-MESSAGE-TAGS}
 */
public record Mail(
    String id,
    Instant at,
    String from,
    List<String> to,
    String subject,
    @Nullable String text,
    @Nullable String html,
    Map<String, String> headers)
    implements Kept {

  /** A rough size, so that a journal of large mails stays bounded too. */
  int weight() {
    int weight = subject.length() + length(text) + length(html);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      weight += header.getKey().length() + header.getValue().length();
    }
    return weight;
  }

  private static int length(@Nullable String part) {
    return part == null ? 0 : part.length();
  }
}
