package com.ecom.signup.customer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The customers in {@code customer.cust_registration}; those with {@code is_active} exist. */
public final class Customers {
  private static final String BY_KEY =
      """
      select
        id, email_key, phone_e164, registered_at,
        first_name, last_name, email_id, phone, province, city, postacode, country
      from customer.cust_registration
      where email_key = any(?) and is_active
      """;

  private static final String BY_ID =
      """
      select
        id, email_key, phone_e164, registered_at,
        first_name, last_name, email_id, phone, province, city, postacode, country
      from customer.cust_registration
      where id = any(?)
      """;

  private static final String KNOWN_KEYS =
      """
      select email_key
      from customer.cust_registration
      where email_key = any(?) and is_active
      """;

  private Customers() {}

  /**
   * Adds those whose address no active customer holds, and whose key no other request, each with
   * its event.
   *
   * @param eventType of the event that announces them
   * @return the added ones; the others are left alone
   */
  public static Added add(Connection connection, List<NewCustomer> batch, String eventType)
      throws SQLException {
    return Addition.of(connection, batch, eventType);
  }

  /** The active customers that hold these addresses, by canonical key. */
  public static Map<String, StoredCustomer> byKey(Connection connection, Collection<String> keys)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BY_KEY)) {
      statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
      Map<String, StoredCustomer> found = HashMap.newHashMap(keys.size());
      stored(statement).forEach(customer -> found.put(customer.emailKey(), customer));
      return found;
    }
  }

  /** Those of these customers that are there, active or not. */
  public static List<StoredCustomer> byId(Connection connection, Collection<UUID> ids)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      return stored(statement);
    }
  }

  private static List<StoredCustomer> stored(PreparedStatement statement) throws SQLException {
    List<StoredCustomer> customers = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        customers.add(
            new StoredCustomer(
                row.getObject("id", UUID.class),
                row.getString("email_key"),
                row.getString("phone_e164"),
                registeredAt(row),
                form(row)));
      }
    }
    return customers;
  }

  private static @Nullable Instant registeredAt(ResultSet row) throws SQLException {
    OffsetDateTime time = row.getObject("registered_at", OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static CustomerForm form(ResultSet row) throws SQLException {
    return new CustomerForm(
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("email_id"),
        row.getString("phone"),
        row.getString("province"),
        row.getString("city"),
        row.getString("postacode"),
        row.getString("country"));
  }

  /** Those of these canonical keys that an active customer holds. */
  public static Set<String> known(Connection connection, Collection<String> keys)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KNOWN_KEYS)) {
      statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
      Set<String> known = HashSet.newHashSet(keys.size());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          known.add(row.getString(1));
        }
      }
      return known;
    }
  }
}
