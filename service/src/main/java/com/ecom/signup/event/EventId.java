package com.ecom.signup.event;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names an event and no other, the same at each delivery: what subscribers recognise a repeated
 * delivery by. Written as the id of the customer, a colon and the sequence.
 *
 * @param sequence counts the events of one customer from 1
 */
public record EventId(UUID customerId, int sequence) {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}):([1-9]\\d{0,8})");

  /** Reads the written form; empty for what is none. */
  public static Optional<EventId> parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    return written.matches()
        ? Optional.of(
            new EventId(UUID.fromString(written.group(1)), Integer.parseInt(written.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return customerId + ":" + sequence;
  }
}
