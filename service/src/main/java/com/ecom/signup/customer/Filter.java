package com.ecom.signup.customer;

import com.ecom.signup.customer.Profile.Standing;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which customers count.
 *
 * @param from only those that were registered then or later
 * @param before only those that were registered earlier
 */
public record Filter(
    @Nullable Standing standing, @Nullable Instant from, @Nullable Instant before) {
  /** Clocks of replicas and of the database differ, and a batch may wait. */
  private static final long MARGIN_MILLIS = 60_000;

  private static final UUID LEAST = new UUID(0, 0);
  private static final UUID MOST = new UUID(-1, -1);

  /** Everybody. */
  public static final Filter ALL = new Filter(null, null, null);

  /** A condition, written out: each is served by an index of its own. */
  String standingIs() {
    return switch (standing) {
      case ACTIVE -> "is_active";
      case INACTIVE -> "is_active is not true and superseded_by is null";
      case SUPERSEDED -> "is_active is not true and superseded_by is not null";
      case null -> "true";
    };
  }

  String timeIs() {
    return (from == null ? "" : " and registered_at >= ?")
        + (before == null ? "" : " and registered_at < ?");
  }

  /** Ids begin with the time (RFC 9562, section 5.7): below this one, nobody is late enough. */
  UUID leastId() {
    return from == null ? LEAST : new UUID((from.toEpochMilli() - MARGIN_MILLIS) << 16, 0);
  }

  /** Above this one, nobody is early enough. */
  UUID mostId() {
    return before == null ? MOST : new UUID((before.toEpochMilli() + MARGIN_MILLIS) << 16, 0);
  }
}
