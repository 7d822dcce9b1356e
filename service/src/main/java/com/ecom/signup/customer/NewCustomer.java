package com.ecom.signup.customer;

import java.util.UUID;

/**
 * A customer to be stored together with the event that announces it.
 *
 * @param id chosen by the service, so that a write can be repeated without making a second customer
 * @param announcement body of the event
 */
public record NewCustomer(UUID id, CustomerDetails details, String announcement) {
  @Override
  public String toString() {
    return "NewCustomer[" + id + "]";
  }
}
