package com.ecom.signup.event;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures in a row: doubled each time up to a bound, and of that a random
 * part between half and all, so that replicas do not come back in step.
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {
  /**
   * @param failures in a row so far, at least 1
   */
  Duration after(int failures) {
    long doubled = first.toMillis() << Math.min(failures - 1, 20);
    long bounded = Math.clamp(doubled, 1, longest.toMillis());
    return Duration.ofMillis(bounded / 2 + random.nextLong(bounded / 2 + 1));
  }
}
