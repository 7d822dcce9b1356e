package com.ecom.signup.care;

import com.ecom.signup.customer.EmailAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Who has to know when an operator gives a customer another address. */
public interface AddressChanges {
  /**
   * Learns of it, in the transaction in which it happens.
   *
   * @param before the address that was the customer's
   */
  void moved(Connection connection, UUID customer, EmailAddress before) throws SQLException;
}
