package com.ecom.signup.admission;

import java.util.ArrayDeque;
import java.util.Deque;

/** The requests on new connections, in the order in which they came. */
final class WaitingLine {
  private final AdmissionLimits limits;
  private final Deque<PendingConnection> waiting = new ArrayDeque<>();

  WaitingLine(AdmissionLimits limits) {
    this.limits = limits;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /**
   * Whether a further request is turned away. The age of the first needs no estimate of how fast
   * they are let in, and falls as soon as they are.
   */
  boolean isFull(long now) {
    return waiting.size() >= limits.most() || isOlderThan(limits.patience().toNanos(), now);
  }

  void add(PendingConnection connection) {
    waiting.add(connection);
  }

  /** The first, which no longer waits then. */
  PendingConnection next() {
    return waiting.remove();
  }

  /** Whether the first has waited for too long: those before the line was full were not asked. */
  boolean isLate(long now) {
    return isOlderThan(limits.longest().toNanos(), now);
  }

  private boolean isOlderThan(long nanoseconds, long now) {
    return waiting.size() > limits.few() && waiting.getFirst().waited(now) > nanoseconds;
  }
}
