package com.ecom.signup.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How many events the topic took and refused. */
final class DeliveryCounts {
  private final Counter delivered;
  private final Counter refused;

  DeliveryCounts(MeterRegistry meters) {
    delivered = counter(meters, "delivered");
    refused = counter(meters, "refused");
  }

  private static Counter counter(MeterRegistry meters, String result) {
    return Counter.builder("signup.events.published")
        .description("events that were handed to the topic, by what it said")
        .tag("result", result)
        .register(meters);
  }

  void add(Published published) {
    delivered.increment(published.delivered().size());
    refused.increment(published.refused().size());
  }
}
