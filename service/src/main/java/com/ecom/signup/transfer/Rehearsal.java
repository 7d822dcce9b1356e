package com.ecom.signup.transfer;

import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.customer.Customers;
import com.ecom.signup.customer.StoredCustomer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Finds out what would happen, and writes nothing. Addresses that the file has had before are kept
 * in a temporary table of the connection: there may be millions.
 */
final class Rehearsal implements Destination<SQLException> {
  private static final String BEGIN =
      "create temporary table rehearsed (email_key text primary key, details uuid not null)";

  private static final String END = "drop table rehearsed";

  private static final String BEFORE =
      "select email_key, details from rehearsed where email_key = any(?)";

  private static final String REMEMBER =
      """
      insert into rehearsed (email_key, details)
      select email_key, details
      from unnest(?::text[], ?::uuid[]) as row (email_key, details)
      """;

  private final Connection connection;
  private final Consumer<Row> refused;

  /**
   * @param refused gets each row that would be refused
   */
  Rehearsal(Connection connection, Consumer<Row> refused) {
    this.connection = connection;
    this.refused = refused;
  }

  void begin() throws SQLException {
    execute(BEGIN);
  }

  void end() throws SQLException {
    execute(END);
  }

  private void execute(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  @Override
  public Counts put(List<Row> rows, Pieces.Reached reached) throws SQLException {
    Chunk all = Chunk.of(rows);
    Chunk chunk = all.after(before(all.firsts().keySet()), Rehearsal::fingerprint);
    Map<String, StoredCustomer> holders = Customers.byKey(connection, chunk.firsts().keySet());
    Set<UUID> added =
        chunk.arrivals().stream()
            .filter(arrival -> !holders.containsKey(arrival.details().email().key()))
            .map(arrival -> arrival.id())
            .collect(Collectors.toSet());
    remember(chunk.firsts().keySet(), chunk);
    Chunk.Result result = chunk.result(added, holders);
    result.refused().forEach(refused);
    return result.counts();
  }

  private Map<String, UUID> before(Set<String> keys) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BEFORE)) {
      statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
      Map<String, UUID> found = new HashMap<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.put(row.getString(1), row.getObject(2, UUID.class));
        }
      }
      return found;
    }
  }

  private void remember(Set<String> keys, Chunk chunk) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
      statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
      Object[] details =
          chunk.arrivals().stream().map(arrival -> fingerprint(arrival.details())).toArray();
      statement.setArray(2, connection.createArrayOf("uuid", details));
      statement.executeUpdate();
    }
  }

  /** The same for details that say the same. */
  private static UUID fingerprint(CustomerDetails details) {
    String all =
        String.join(
            "\n",
            details.email().key(),
            details.phone().e164(),
            details.firstName(),
            details.lastName(),
            details.province(),
            details.city(),
            details.postalCode(),
            details.country());
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
  }
}
