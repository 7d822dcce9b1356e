package com.ecom.signup.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** What was started so far; stops it in the opposite order, also in the middle of a start. */
final class Running {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private boolean stopped;

  /**
   * Starts a part, so that it is stopped before those that it needs.
   *
   * @throws CancellationException when everything is being stopped
   */
  synchronized <T extends AutoCloseable> T start(Supplier<T> part) {
    if (stopped) {
      throw new CancellationException("stopping");
    }
    T started = part.get();
    parts.push(started);
    return started;
  }

  synchronized void stop() {
    stopped = true;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        System.err.println("Not everything could be stopped: " + e.getMessage());
      }
    }
  }
}
