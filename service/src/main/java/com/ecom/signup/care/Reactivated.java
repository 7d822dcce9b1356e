package com.ecom.signup.care;

import com.ecom.signup.event.BodySource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Says that a customer counts again, and why. */
@Singleton
final class Reactivated implements BodySource {
  static final String TYPE = "com.ecom.customer.reactivated.v1";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Map<UUID, String> bodies(Connection connection, Collection<UUID> customers)
      throws SQLException {
    return Activations.bodies(connection, customers);
  }
}
