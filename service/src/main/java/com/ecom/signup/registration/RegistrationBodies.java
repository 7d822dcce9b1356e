package com.ecom.signup.registration;

import com.ecom.signup.consent.Consents;
import com.ecom.signup.consent.Standing;
import com.ecom.signup.customer.Customers;
import com.ecom.signup.customer.StoredCustomer;
import com.ecom.signup.event.BodySource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Announces customers again, as they are now. */
@Singleton
final class RegistrationBodies implements BodySource {
  private final Clock clock;

  RegistrationBodies(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String type() {
    return CustomerRegistered.TYPE;
  }

  @Override
  public Map<UUID, String> bodies(Connection connection, Collection<UUID> customers)
      throws SQLException {
    Map<UUID, String> bodies = HashMap.newHashMap(customers.size());
    Map<UUID, List<Standing>> consents = Consents.standings(connection, customers, clock.instant());
    Customers.byId(connection, customers)
        .forEach(customer -> bodies.put(customer.id(), body(customer, consents)));
    return bodies;
  }

  private static String body(StoredCustomer customer, Map<UUID, List<Standing>> consents) {
    return CustomerRegistered.of(customer, consents.getOrDefault(customer.id(), List.of())).body();
  }
}
