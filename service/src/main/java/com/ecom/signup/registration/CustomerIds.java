package com.ecom.signup.registration;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes ids of customers: UUIDs of version 7 (RFC 9562, section 5.7), which begin with the time in
 * milliseconds, so that new rows go to one end of their index.
 */
@Singleton
final class CustomerIds {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final Clock clock;
  private final RandomGenerator random;

  CustomerIds(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  UUID next() {
    long time = clock.millis() << 16;
    return new UUID(
        time | VERSION_7 | (random.nextLong() >>> 52), VARIANT | (random.nextLong() >>> 2));
  }
}
