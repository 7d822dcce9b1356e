package com.ecom.signup.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which entries somebody wants to see; what is null does not matter. */
public record Filter(
    @Nullable UUID subject,
    @Nullable String actor,
    @Nullable String action,
    @Nullable Instant from,
    @Nullable Instant before) {
  /** All of them. */
  public static final Filter ALL = new Filter(null, null, null, null, null);
}
