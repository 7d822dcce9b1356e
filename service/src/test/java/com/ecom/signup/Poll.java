package com.ecom.signup;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something to come true. */
public final class Poll {
  private static final Duration PAUSE = Duration.ofMillis(25);

  private Poll() {}

  /** Looks again and again; fails when it takes longer than {@code longest}. */
  public static void until(String what, Duration longest, BooleanSupplier holds) {
    until(() -> what, longest, holds);
  }

  /** The same, and what it says is made up when it fails. */
  static void until(Supplier<String> what, Duration longest, BooleanSupplier holds) {
    long end = System.nanoTime() + longest.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not come true within " + longest + ": " + what.get());
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
