package com.ecom.signup.benchmark;

import java.io.PrintStream;
import java.time.Duration;

/** Says what is going on, on the error stream: the output is the table's. */
final class Progress {

  private static final PrintStream OUT = System.err;
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

  private static Thread ticking = Thread.ofVirtual().unstarted(() -> {});

  private Progress() {}

  static synchronized void line(String text) {
    ticking.interrupt();
    OUT.println(text);
  }

  /** The beginning of a line that ends with the outcome, and grows while it is awaited. */
  static synchronized void begin(String text) {
    ticking.interrupt();
    OUT.print(text + " ... ");
    OUT.flush();
    ticking = Thread.ofVirtual().start(Progress::tick);
  }

  private static void tick() {
    try {
      while (true) {
        Thread.sleep(SIGN_OF_LIFE);
        OUT.print(". ");
        OUT.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void end(String text) {
    line(text);
  }
}
