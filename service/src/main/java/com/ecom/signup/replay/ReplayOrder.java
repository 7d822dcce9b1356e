package com.ecom.signup.replay;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events to send again: those that fit everything that is not null.
 *
 * @param from when the first of them occurred, or later
 * @param before when all of them had occurred; null means now
 * @param eventsPerSecond at most
 */
public record ReplayOrder(
    @Nullable String type,
    @Nullable UUID customerId,
    @Nullable Instant from,
    @Nullable Instant before,
    int eventsPerSecond) {
  /** What suits a subscriber that mails. */
  public static final int USUAL_EVENTS_PER_SECOND = 50;

  /** What one replica delivers. */
  public static final int MOST_EVENTS_PER_SECOND = 1000;

  /** Whether it leaves all open, which nobody means. */
  public boolean isEverything() {
    return type == null && customerId == null && from == null;
  }
}
