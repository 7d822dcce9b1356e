package com.ecom.signup.consent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How consent is given. */
@ConfigMapping(prefix = "signup.consent")
interface ConsentSettings {
  /** Whether what is agreed to with an unconfirmed address counts only once that is confirmed. */
  @WithDefault("false")
  boolean doubleOptIn();
}
