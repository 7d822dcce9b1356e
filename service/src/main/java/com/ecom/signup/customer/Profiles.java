package com.ecom.signup.customer;

import com.ecom.signup.customer.Profile.Standing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds customers for those who look after them. */
public final class Profiles {
  static final String COLUMNS =
      """
      id, is_active, superseded_by, version, registered_at, phone_e164, standing_reason,
      first_name, last_name, email_id, phone, province, city, postacode, country
      """;

  private static final String BY_ID =
      "select " + COLUMNS + "from customer.cust_registration where id = ?";

  private static final String HELD = BY_ID + " for update";

  private static final String AFTER =
      "select "
          + COLUMNS
          + """
          from customer.cust_registration
          where id > ?
          order by id
          limit ?
          """;

  private static final String OF_PERSON =
      """
      with recursive survivor as (
        select id, superseded_by from customer.cust_registration where id = ?
        union
        select next.id, next.superseded_by
        from customer.cust_registration next
        join survivor on survivor.superseded_by = next.id
      ),
      person as (
        select id from survivor
        union
        select merged.id
        from customer.cust_registration merged
        join person on merged.superseded_by = person.id
      )
      select
      """
          + COLUMNS
          + """
          from customer.cust_registration
          where id in (select id from person)
          order by superseded_by is not null, id
          """;

  private Profiles() {}

  /** All who are one person with this customer: the survivor first, then who was merged into it. */
  public static List<Profile> ofPerson(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OF_PERSON)) {
      statement.setObject(1, id);
      return profiles(statement);
    }
  }

  /** The next by id, active or not. */
  public static List<Profile> after(Connection connection, UUID id, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(AFTER)) {
      statement.setObject(1, id);
      statement.setInt(2, limit);
      return profiles(statement);
    }
  }

  static List<Profile> profiles(PreparedStatement statement) throws SQLException {
    List<Profile> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(profile(row));
      }
    }
    return found;
  }

  /** The customer with this id, active or not. */
  public static Optional<Profile> find(Connection connection, UUID id) throws SQLException {
    return find(connection, BY_ID, id);
  }

  /** The same, held until the transaction ends. */
  public static Optional<Profile> hold(Connection connection, UUID id) throws SQLException {
    return find(connection, HELD, id);
  }

  private static Optional<Profile> find(Connection connection, String sql, UUID id)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(profile(row)) : Optional.empty();
      }
    }
  }

  static Profile profile(ResultSet row) throws SQLException {
    UUID supersededBy = row.getObject("superseded_by", UUID.class);
    OffsetDateTime registeredAt = row.getObject("registered_at", OffsetDateTime.class);
    return new Profile(
        row.getObject("id", UUID.class),
        standing(row.getBoolean("is_active"), supersededBy),
        row.getInt("version"),
        Customers.form(row),
        row.getString("phone_e164"),
        registeredAt == null ? null : registeredAt.toInstant(),
        supersededBy,
        row.getString("standing_reason"));
  }

  private static Standing standing(boolean active, @Nullable UUID supersededBy) {
    if (active) {
      return Standing.ACTIVE;
    }
    return supersededBy == null ? Standing.INACTIVE : Standing.SUPERSEDED;
  }
}
