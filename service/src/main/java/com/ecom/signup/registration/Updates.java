package com.ecom.signup.registration;

import com.ecom.signup.event.Events;
import com.ecom.signup.event.Relay;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Announces what has changed with a customer. */
@Singleton
public final class Updates {
  private final UpdateBodies bodies;
  private final Relay relay;

  Updates(UpdateBodies bodies, Relay relay) {
    this.bodies = bodies;
    this.relay = relay;
  }

  /** Announces it in the transaction that has changed the customer. */
  public void announce(Connection connection, UUID customer) throws SQLException {
    String body = bodies.bodies(connection, List.of(customer)).get(customer);
    if (body != null) {
      Events.append(connection, customer, UpdateBodies.TYPE, body);
      relay.wake();
    }
  }
}
