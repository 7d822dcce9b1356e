package com.ecom.signup.merge;

import com.ecom.signup.event.BodySource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Says that a customer was merged into another. */
@Singleton
final class Merged implements BodySource {
  static final String TYPE = "com.ecom.customer.merged.v1";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Map<UUID, String> bodies(Connection connection, Collection<UUID> customers)
      throws SQLException {
    return MergedBodies.again(connection, customers);
  }
}
