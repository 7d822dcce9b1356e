package com.ecom.signup.customer;

import com.ecom.signup.event.Events;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The customers in {@code customer.cust_registration}; those with {@code is_active} exist. */
public final class Customers {
  /**
   * All customers of a batch and their events, in one statement and so in one commit. Ordered by
   * key, so that overlapping batches wait for each other in one direction and never in a circle.
   */
  private static final String ADD =
      """
      with candidate as (
        select *
        from unnest(
          ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]
        ) as candidate (
          id, first_name, last_name, email_id, email_key, phone,
          phone_e164, province, city, postacode, country, announcement
        )
      ),
      registered as (
        insert into customer.cust_registration (
          id, first_name, last_name, email_id, email_key, phone,
          phone_e164, province, city, postacode, country, is_active, registered_at
        )
        select
          id, first_name, last_name, email_id, email_key, phone,
          phone_e164, province, city, postacode, country, true, now()
        from candidate
        order by email_key collate "C"
        on conflict (email_key) where is_active do nothing
        returning id
      ),
      happened as (
        select candidate.id as customer_id, 1 as sequence, ? as type, candidate.announcement as body
        from candidate
        join registered using (id)
      ),
      announced as (%s)
      select id from registered
      """
          .formatted(Events.appendHappened());

  private static final String BY_KEY =
      """
      select
        id, email_key, phone_e164,
        first_name, last_name, email_id, phone, province, city, postacode, country
      from customer.cust_registration
      where email_key = any(?) and is_active
      """;

  private static final String BY_ID =
      """
      select
        id, email_key, phone_e164,
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
   * Adds those whose address no active customer holds, each with its event.
   *
   * @param eventType of the event that announces them
   * @return the ids of the added ones; the others are left alone
   */
  public static Set<UUID> add(Connection connection, List<NewCustomer> batch, String eventType)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      Columns columns = new Columns(connection, statement, batch);
      columns.uuids(NewCustomer::id);
      columns.texts(customer -> customer.details().firstName());
      columns.texts(customer -> customer.details().lastName());
      columns.texts(customer -> customer.details().email().address());
      columns.texts(customer -> customer.details().email().key());
      columns.texts(customer -> customer.details().phone().typed());
      columns.texts(customer -> customer.details().phone().e164());
      columns.texts(customer -> customer.details().province());
      columns.texts(customer -> customer.details().city());
      columns.texts(customer -> customer.details().postalCode());
      columns.texts(customer -> customer.details().country());
      columns.texts(NewCustomer::announcement);
      columns.text(eventType);
      Set<UUID> added = HashSet.newHashSet(batch.size());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          added.add(rows.getObject(1, UUID.class));
        }
      }
      return added;
    }
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
                form(row)));
      }
    }
    return customers;
  }

  private static CustomerForm form(ResultSet row) throws SQLException {
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

  /** Sets the parameters of a statement one after the other, a column of the batch at a time. */
  private static final class Columns {
    private final Connection connection;
    private final PreparedStatement statement;
    private final List<NewCustomer> batch;
    private int parameter;

    Columns(Connection connection, PreparedStatement statement, List<NewCustomer> batch) {
      this.connection = connection;
      this.statement = statement;
      this.batch = batch;
    }

    void uuids(Function<NewCustomer, UUID> column) throws SQLException {
      array("uuid", batch.stream().map(column).toArray(UUID[]::new));
    }

    void texts(Function<NewCustomer, String> column) throws SQLException {
      array("text", batch.stream().map(column).toArray(String[]::new));
    }

    void text(String value) throws SQLException {
      statement.setString(++parameter, value);
    }

    private void array(String type, Object[] values) throws SQLException {
      statement.setArray(++parameter, connection.createArrayOf(type, values));
    }
  }
}
