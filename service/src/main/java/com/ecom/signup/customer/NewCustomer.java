package com.ecom.signup.customer;

import com.ecom.signup.idempotency.Claim;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer to be stored together with the event that announces it.
 *
 * @param id chosen by the service, so that a write can be repeated without making a second customer
 * @param announcement body of the event
 * @param claim the key of the request, if it has one
 * @param traceparent of the request, if its trace is kept
 */
public record NewCustomer(
    UUID id,
    CustomerDetails details,
    String announcement,
    @Nullable Claim claim,
    @Nullable String traceparent) {
  @Override
  public String toString() {
    return "NewCustomer[" + id + "]";
  }
}
