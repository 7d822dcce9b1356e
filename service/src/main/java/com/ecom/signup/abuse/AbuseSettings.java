package com.ecom.signup.abuse;

import com.ecom.signup.environment.Positive;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is asked of those who register, and how often they may. */
@ConfigMapping(prefix = "signup.abuse")
interface AbuseSettings {
  /** Registrations that one client may send at once, and in each minute. */
  @WithDefault("30")
  @WithConverter(Positive.class)
  int clientRate();

  /** The same for a client of the API, who registers many. */
  @WithDefault("6000")
  @WithConverter(Positive.class)
  int callerRate();

  /** Registrations of one address at once, and in each hour, whoever sends them. */
  @WithDefault("5")
  @WithConverter(Positive.class)
  int addressRate();

  /** The least time that a person takes to fill the form in. */
  @WithDefault("2s")
  Duration minFillTime();

  /**
   * Zero bits that the proof of work of the page begins with; each doubles the work, 20 take a
   * browser about a second. None is asked for at 0.
   */
  @WithDefault("0")
  @WithConverter(ChallengeBits.class)
  int challengeBits();
}
