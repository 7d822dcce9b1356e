package com.ecom.signup.customer;

import com.ecom.signup.customer.Profile.Standing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds customers for those who look after them. */
public final class Profiles {
  private static final String BY_ID =
      """
      select
        id, is_active, superseded_by, version, registered_at, phone_e164,
        first_name, last_name, email_id, phone, province, city, postacode, country
      from customer.cust_registration
      where id = ?
      """;

  private Profiles() {}

  /** The customer with this id, active or not. */
  public static Optional<Profile> find(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
      statement.setObject(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(profile(row)) : Optional.empty();
      }
    }
  }

  private static Profile profile(ResultSet row) throws SQLException {
    UUID supersededBy = row.getObject("superseded_by", UUID.class);
    OffsetDateTime registeredAt = row.getObject("registered_at", OffsetDateTime.class);
    return new Profile(
        row.getObject("id", UUID.class),
        standing(row.getBoolean("is_active"), supersededBy),
        row.getInt("version"),
        Customers.form(row),
        row.getString("phone_e164"),
        registeredAt == null ? null : registeredAt.toInstant(),
        supersededBy);
  }

  private static Standing standing(boolean active, @Nullable UUID supersededBy) {
    if (active) {
      return Standing.ACTIVE;
    }
    return supersededBy == null ? Standing.INACTIVE : Standing.SUPERSEDED;
  }
}
