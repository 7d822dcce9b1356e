package com.ecom.signup.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer who is brought in from elsewhere.
 *
 * @param registeredAt null if nobody knows
 * @param announcement body of the event that announces it; null if none does
 */
public record Arrival(
    UUID id,
    CustomerDetails details,
    @Nullable Instant registeredAt,
    @Nullable String announcement) {
  @Override
  public String toString() {
    return "Arrival[" + id + "]";
  }
}
