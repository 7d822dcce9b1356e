package com.ecom.signup.registration;

import com.ecom.signup.consent.Consents;
import com.ecom.signup.consent.Standing;
import com.ecom.signup.consent.Statement;
import com.ecom.signup.consent.UnsubscribeLinks;
import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.customer.Customers;
import com.ecom.signup.customer.StoredCustomer;
import com.ecom.signup.event.BodySource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Announces customers again, as they are now. */
@Singleton
final class RegistrationBodies implements BodySource {
  private final Clock clock;
  private final UnsubscribeLinks links;

  RegistrationBodies(Clock clock, UnsubscribeLinks links) {
    this.clock = clock;
    this.links = links;
  }

  @Override
  public String type() {
    return CustomerRegistered.TYPE;
  }

  /** For somebody new, who has just agreed to something. */
  String of(UUID id, CustomerDetails details, List<Statement> consents) {
    Instant now = clock.instant();
    List<Standing> standings =
        consents.stream().map(consent -> Standing.ofFirst(consent, now)).toList();
    return CustomerRegistered.of(id, details, standings, link(id, standings)).body();
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

  private String body(StoredCustomer customer, Map<UUID, List<Standing>> consents) {
    List<Standing> standings = consents.getOrDefault(customer.id(), List.of());
    return CustomerRegistered.of(customer, standings, link(customer.id(), standings)).body();
  }

  private @Nullable String link(UUID id, List<Standing> standings) {
    return standings.stream().anyMatch(Standing::mayAdvertise) ? links.of(id).orElse(null) : null;
  }
}
