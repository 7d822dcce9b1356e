package com.ecom.signup.event;

import com.ecom.signup.environment.Positive;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** How this replica carries events to the topic. */
@ConfigMapping(prefix = "signup.delivery")
interface DeliverySettings {
  /** While it is, events gather in the database, and are delivered after a start without it. */
  @WithDefault("false")
  boolean paused();

  /**
   * How often in a row the topic may refuse an event, and blame it, before the event is parked.
   * With the pauses between, eight take about two minutes.
   */
  @WithDefault("8")
  @WithConverter(Positive.class)
  int maxRefusals();
}
