package com.ecom.signup.event;

/** What became of one event at the topic. */
public sealed interface Delivery {
  Event event();

  /**
   * The topic has it.
   *
   * @param messageId the topic's name for it
   */
  record Delivered(Event event, String messageId) implements Delivery {}

  /**
   * The topic refused this event, not others.
   *
   * @param reason the topic's error code
   */
  record Refused(Event event, String reason) implements Delivery {}
}
