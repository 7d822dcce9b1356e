package com.ecom.signup.registration;

import com.ecom.signup.customer.Customers;
import com.ecom.signup.event.BodySource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Announces customers again, as they are now. */
@Singleton
final class RegistrationBodies implements BodySource {
  @Override
  public String type() {
    return CustomerRegistered.TYPE;
  }

  @Override
  public Map<UUID, String> bodies(Connection connection, Collection<UUID> customers)
      throws SQLException {
    Map<UUID, String> bodies = HashMap.newHashMap(customers.size());
    Customers.byId(connection, customers)
        .forEach(customer -> bodies.put(customer.id(), CustomerRegistered.of(customer).body()));
    return bodies;
  }
}
