package com.ecom.signup.event;

import java.util.List;

/** Where events are announced. */
public interface Topic {
  /** The most events that {@link #publish} takes. */
  int batchSize();

  /**
   * Publishes events and says of each what became of it.
   *
   * @throws TopicUnavailableException if the topic took none of them and would take no others
   *     either
   */
  List<Delivery> publish(List<Event> events);
}
