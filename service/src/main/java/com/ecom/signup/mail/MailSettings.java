package com.ecom.signup.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How mails are sent. */
@ConfigMapping(prefix = "signup.mail")
interface MailSettings {
  /** The least time between two mails to one address. */
  @WithDefault("60s")
  Duration coolDown();
}
