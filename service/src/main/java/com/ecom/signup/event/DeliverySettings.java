package com.ecom.signup.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether this replica carries events to the topic. */
@ConfigMapping(prefix = "signup.delivery")
interface DeliverySettings {
  /** While it is, events gather in the database, and are delivered after a start without it. */
  @WithDefault("false")
  boolean paused();
}
