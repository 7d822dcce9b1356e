package com.ecom.signup.benchmark;

import java.time.Duration;

/** Waits. */
final class Pause {

  private Pause() {}

  static void of(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Stopped.");
    }
  }
}
