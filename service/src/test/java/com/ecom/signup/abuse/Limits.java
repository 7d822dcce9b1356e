package com.ecom.signup.abuse;

import java.time.Duration;

/** Settings of a test. */
record Limits(
    int clientRate, int callerRate, int addressRate, Duration minFillTime, int challengeBits)
    implements AbuseSettings {
  static final Limits USUAL = new Limits(30, 600, 5, Duration.ofSeconds(2), 0);

  Limits withChallengeBits(int bits) {
    return new Limits(clientRate, callerRate, addressRate, minFillTime, bits);
  }
}
