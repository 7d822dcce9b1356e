package com.ecom.signup.customer;

import java.util.UUID;

/**
 * An active customer as the table has it.
 *
 * @param form its details as stored, by this service or by the old one
 */
public record StoredCustomer(UUID id, String emailKey, CustomerForm form) {
  /**
   * Whether somebody who sends these details is repeating the registration of this customer. A row
   * of the old service, which took any value, is read by the rules of today first.
   */
  public boolean isRegisteredWith(CustomerDetails details) {
    return switch (form.validate()) {
      case Validation.Accepted accepted -> accepted.details().sameAs(details);
      case Validation.Refused refused -> false;
    };
  }

  @Override
  public String toString() {
    return "StoredCustomer[" + id + "]";
  }
}
