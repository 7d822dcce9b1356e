package com.ecom.signup.customer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets customers count, or no longer. Whoever does not count frees the address. */
public final class Standings {
  private static final String ADDRESS_HELD =
      """
      select exists (
        select
        from customer.cust_registration one
        join customer.cust_registration other using (email_key)
        where one.id = ? and other.is_active and other.id <> one.id)
      """;

  private static final String SET =
      """
      update customer.cust_registration
      set is_active = ?, superseded_by = ?, standing_reason = coalesce(?, standing_reason),
          standing_changed_at = now(), version = version + 1
      where id = ?
      """;

  private static final String REASONS =
      """
      select id, standing_reason
      from customer.cust_registration
      where id = any(?) and standing_reason is not null
      """;

  private Standings() {}

  /** Ends that a customer counts, for a reason. */
  public static void deactivate(Connection connection, UUID id, String reason) throws SQLException {
    set(connection, id, false, null, reason);
  }

  /**
   * Lets a customer count again.
   *
   * @param reason null to leave the one that is there
   * @return false if another customer has the address meanwhile
   */
  public static boolean activate(Connection connection, UUID id, @Nullable String reason)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADDRESS_HELD)) {
      statement.setObject(1, id);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next() && row.getBoolean(1)) {
          return false;
        }
      }
    }
    set(connection, id, true, null, reason);
    return true;
  }

  /** Makes a customer a duplicate of another. */
  public static void supersede(Connection connection, UUID id, UUID by) throws SQLException {
    set(connection, id, false, by, null);
  }

  /** The codes of why these customers were last deactivated or reactivated. */
  public static Map<UUID, String> reasons(Connection connection, Collection<UUID> ids)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REASONS)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      Map<UUID, String> reasons = new HashMap<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          reasons.put(row.getObject(1, UUID.class), row.getString(2));
        }
      }
      return reasons;
    }
  }

  private static void set(
      Connection connection,
      UUID id,
      boolean active,
      @Nullable UUID supersededBy,
      @Nullable String reason)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SET)) {
      statement.setBoolean(1, active);
      statement.setObject(2, supersededBy);
      statement.setString(3, reason);
      statement.setObject(4, id);
      statement.executeUpdate();
    }
  }
}
