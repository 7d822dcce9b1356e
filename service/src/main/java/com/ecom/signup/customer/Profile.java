package com.ecom.signup.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a customer.
 *
 * @param version counts its changes from 1
 * @param phone in E.164; null where a row of the old service has only what was typed
 * @param registeredAt null for a row of the old service, which kept no time
 * @param supersededBy the customer that holds the address of this one, a duplicate of old
 * @param standingReason the code of why an operator last deactivated or reactivated it
 */
public record Profile(
    UUID id,
    Standing standing,
    int version,
    CustomerForm form,
    @Nullable String phone,
    @Nullable Instant registeredAt,
    @Nullable UUID supersededBy,
    @Nullable String standingReason) {

  /** Whether somebody counts as a customer. */
  public enum Standing {
    ACTIVE,
    INACTIVE,
    /** A duplicate: another customer has the address. */
    SUPERSEDED
  }

  @Override
  public String toString() {
    return "Profile[" + id + "]";
  }
}
