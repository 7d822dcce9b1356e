package com.ecom.signup.erasure;

import com.ecom.signup.event.EventId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The receipts in {@code customer.erasure}. */
public final class Receipts {
  private static final String COLUMNS =
      """
      id, erased_at, customer_id, customer_ids, event_sequence,
      array(select key from jsonb_each_text(removed) order by key) as kinds,
      array(select value::int from jsonb_each_text(removed) order by key) as numbers
      """;

  private static final String ADD =
      """
      insert into customer.erasure (customer_id, customer_ids, removed, event_sequence)
      select ?, ?, jsonb_object_agg(kind, number), ?
      from unnest(?::text[], ?::int[]) as removed (kind, number)
      returning %s
      """
          .formatted(COLUMNS);

  private static final String BY_ID = "select " + COLUMNS + "from customer.erasure where id = ?";

  private static final String OF_CUSTOMER =
      "select "
          + COLUMNS
          + "from customer.erasure where customer_ids @> array[?::uuid] order by erased_at limit 1";

  private Receipts() {}

  static Receipt add(
      Connection connection, EventId event, List<UUID> customers, Map<String, Integer> removed)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setObject(1, event.customerId());
      statement.setArray(2, connection.createArrayOf("uuid", customers.toArray()));
      statement.setInt(3, event.sequence());
      statement.setArray(4, connection.createArrayOf("text", removed.keySet().toArray()));
      statement.setArray(5, connection.createArrayOf("int4", removed.values().toArray()));
      return one(statement).orElseThrow();
    }
  }

  /** The receipt with this id. */
  public static Optional<Receipt> find(Connection connection, UUID id) throws SQLException {
    return find(connection, BY_ID, id);
  }

  /** The receipt of somebody, by any of the ids that they had. */
  public static Optional<Receipt> ofCustomer(Connection connection, UUID customer)
      throws SQLException {
    return find(connection, OF_CUSTOMER, customer);
  }

  private static Optional<Receipt> find(Connection connection, String sql, UUID id)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, id);
      return one(statement);
    }
  }

  private static Optional<Receipt> one(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(receipt(row)) : Optional.empty();
    }
  }

  private static Receipt receipt(ResultSet row) throws SQLException {
    String[] kinds = (String[]) row.getArray("kinds").getArray();
    Integer[] numbers = (Integer[]) row.getArray("numbers").getArray();
    Map<String, Integer> removed = new TreeMap<>();
    for (int i = 0; i < kinds.length; i++) {
      removed.put(kinds[i], numbers[i]);
    }
    Array customers = row.getArray("customer_ids");
    return new Receipt(
        row.getObject("id", UUID.class),
        row.getObject("erased_at", OffsetDateTime.class).toInstant(),
        List.of((UUID[]) customers.getArray()),
        removed,
        new EventId(row.getObject("customer_id", UUID.class), row.getInt("event_sequence")));
  }
}
