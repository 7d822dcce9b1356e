package com.ecom.signup.confirmation;

import com.ecom.signup.batch.Limits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How registrations wait to be confirmed. */
@ConfigMapping(prefix = "signup.confirmation")
interface ConfirmationSettings extends Limits {
  /** How long a registration waits, after which it is forgotten with its data. */
  @WithDefault("24h")
  Duration time();
}
