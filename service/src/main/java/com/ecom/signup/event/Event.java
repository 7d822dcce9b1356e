package com.ecom.signup.event;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a customer and is on its way to the topic.
 *
 * @param sequence counts the events of one customer from 1
 * @param type name of the kind of event, as subscribers know it
 * @param body JSON
 * @param attempts how often the topic has refused it so far
 */
public record Event(
    UUID customerId, int sequence, String type, Instant occurredAt, String body, int attempts) {
  /**
   * Names the event and no other, the same at each delivery: what subscribers recognise a repeated
   * delivery by.
   */
  public String id() {
    return customerId + ":" + sequence;
  }

  @Override
  public String toString() {
    return type + " " + id();
  }
}
