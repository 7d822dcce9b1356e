package com.ecom.signup.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order to send events again, and how far it has come.
 *
 * @param order without anything left open: {@code from} and {@code before} are set
 * @param position when the event occurred that was reached last; null before the first
 * @param queued how many events were put into the queue again
 */
public record Replay(
    UUID id,
    ReplayOrder order,
    Instant requestedAt,
    @Nullable Instant position,
    long queued,
    @Nullable Instant finishedAt,
    @Nullable Instant cancelledAt) {

  /** A word for how it stands. */
  public String status() {
    if (cancelledAt != null) {
      return "cancelled";
    }
    return finishedAt == null ? "running" : "finished";
  }

  /** The part of the time range that has been gone through, from 0 to 1. */
  public double progress() {
    if (finishedAt != null) {
      return 1;
    }
    Instant from = order.from();
    if (position == null || from == null || order.before() == null) {
      return 0;
    }
    double whole = Duration.between(from, order.before()).toMillis();
    return whole <= 0 ? 1 : Math.clamp(Duration.between(from, position).toMillis() / whole, 0, 1);
  }
}
