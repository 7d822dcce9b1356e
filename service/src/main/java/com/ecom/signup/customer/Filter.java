package com.ecom.signup.customer;

import com.ecom.signup.customer.Profile.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which customers count.
 *
 * @param from only those that were registered then or later
 * @param before only those that were registered earlier
 */
public record Filter(
    @Nullable Standing standing, @Nullable Instant from, @Nullable Instant before) {
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

  /** Whether the time counts. */
  boolean isOfTime() {
    return from != null || before != null;
  }
}
