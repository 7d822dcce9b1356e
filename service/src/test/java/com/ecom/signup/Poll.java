package com.ecom.signup;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something to come true. */
public final class Poll {
  private static final Duration PAUSE = Duration.ofMillis(25);

  private Poll() {}

  /** Looks again and again; fails when it takes longer than {@code longest}. */
  public static void until(String what, Duration longest, BooleanSupplier holds) {
    long end = System.nanoTime() + longest.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not come true within " + longest + ": " + what);
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
