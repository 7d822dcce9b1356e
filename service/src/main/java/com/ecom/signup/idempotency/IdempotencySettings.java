package com.ecom.signup.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long requests are recognised by their keys. */
@ConfigMapping(prefix = "signup.idempotency")
interface IdempotencySettings {
  /** The least time that a key is kept; it is forgotten within a minute after. */
  @WithDefault("24h")
  Duration retention();
}
