package com.ecom.signup.registration;

import com.ecom.signup.customer.CustomerDetails;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What those get who become customers in another way than by registering. */
@Singleton
public final class Newcomers {
  private final CustomerIds ids;

  Newcomers(CustomerIds ids) {
    this.ids = ids;
  }

  public UUID id() {
    return ids.next();
  }

  /** The body of the event that announces a registration. */
  public String announcement(UUID id, CustomerDetails details) {
    return CustomerRegistered.of(id, details, List.of(), null).body();
  }
}
