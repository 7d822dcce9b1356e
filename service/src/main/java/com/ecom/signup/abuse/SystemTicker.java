package com.ecom.signup.abuse;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.inject.Singleton;

/** The time that only goes forward: no correction of the wall clock fills or drains a bucket. */
@Singleton
final class SystemTicker implements Ticker {
  @Override
  public long read() {
    return System.nanoTime();
  }
}
