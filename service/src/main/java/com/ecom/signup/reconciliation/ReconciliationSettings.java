package com.ecom.signup.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often customers and events are compared. */
@ConfigMapping(prefix = "signup.reconciliation")
interface ReconciliationSettings {
  /** From the beginning of one pass to the beginning of the next. */
  @WithDefault("1h")
  Duration interval();
}
