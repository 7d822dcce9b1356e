package com.ecom.signup.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What the topic said of the events that it was handed, and how many of them were given up. */
final class DeliveryCounts {
  private final Counter delivered;
  private final Counter failed;
  private final Counter refused;
  private final Counter parked;

  DeliveryCounts(MeterRegistry meters) {
    delivered = counter(meters, "delivered");
    failed = counter(meters, "failed");
    refused = counter(meters, "refused");
    parked =
        Counter.builder("signup.events.given.up")
            .description("events that were parked, as the topic kept refusing them")
            .register(meters);
  }

  private static Counter counter(MeterRegistry meters, String result) {
    return Counter.builder("signup.events.published")
        .description("events that were handed to the topic, by what it said")
        .tag("result", result)
        .register(meters);
  }

  void add(Published published, int parkedOnes) {
    delivered.increment(published.delivered().size());
    failed.increment(published.failed().size());
    refused.increment(published.refused().size());
    parked.increment(parkedOnes);
  }
}
