package com.ecom.signup.registration;

import com.ecom.signup.event.BodySource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Says what has changed with customers: the body is that of a registration, as it is now. */
@Singleton
final class UpdateBodies implements BodySource {
  static final String TYPE = "com.ecom.customer.updated.v1";

  private final RegistrationBodies bodies;

  UpdateBodies(RegistrationBodies bodies) {
    this.bodies = bodies;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Map<UUID, String> bodies(Connection connection, Collection<UUID> customers)
      throws SQLException {
    return bodies.bodies(connection, customers);
  }
}
