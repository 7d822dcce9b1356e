package com.ecom.signup.abuse;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/** Time that passes when it is told to; it begins near the end of a long, as nanoTime may. */
final class FakeTicker implements Ticker {
  private long nanos = Long.MAX_VALUE - Duration.ofDays(1).toNanos();

  void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Override
  public long read() {
    return nanos;
  }
}
