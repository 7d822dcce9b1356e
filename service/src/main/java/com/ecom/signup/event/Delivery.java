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
   * The topic refused this event and blames it: the same again is refused again.
   *
   * @param reason the topic's error code
   */
  record Refused(Event event, String reason) implements Delivery {}

  /**
   * The topic failed with this event, through no fault of it.
   *
   * @param reason the topic's error code
   */
  record Failed(Event event, String reason) implements Delivery {}
}
