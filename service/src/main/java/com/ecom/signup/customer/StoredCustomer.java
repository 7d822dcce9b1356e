package com.ecom.signup.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the table has it.
 *
 * @param emailKey null where a row of the old service holds no address
 * @param phone in E.164; null where a row of the old service has only what was typed
 * @param registeredAt null for a row of the old service, which kept no time
 * @param form its details as stored, by this service or by the old one
 */
public record StoredCustomer(
    UUID id,
    @Nullable String emailKey,
    @Nullable String phone,
    @Nullable Instant registeredAt,
    CustomerForm form) {
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
