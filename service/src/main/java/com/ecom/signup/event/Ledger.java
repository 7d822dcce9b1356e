package com.ecom.signup.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of all events, as {@code customer.event} tells. */
public final class Ledger {
  private static final String COLUMNS =
      """
      customer_id, sequence, type, occurred_at, waiting_since, put_off_until, parked_at,
      discarded_at, delivered_at, attempts, last_error, message_id
      """;

  private static final String OF_CUSTOMER =
      "select "
          + COLUMNS
          + """
          from customer.event
          where customer_id = ? and sequence > ?
          order by sequence
          limit ?
          """;

  /** One for each status that has an index; delivered events are found by their customers. */
  private static final Map<Status, String> IN_STATUS =
      Map.of(
          Status.WAITING, inStatus("waiting_since"),
          Status.PARKED, inStatus("parked_at"),
          Status.DISCARDED, inStatus("discarded_at"));

  private static final String WITHOUT =
      """
      select customer.id
      from unnest(?::uuid[]) as customer (id)
      where not exists (
        select
        from customer.event
        where event.customer_id = customer.id and event.type = ?)
      """;

  /** Those that are sent again were delivered before, and count as that. */
  private static final String UNSETTLED =
      """
      select
        count(*) filter (where waiting_since is not null),
        count(*) filter (where parked_at is not null),
        count(*) filter (where discarded_at is not null)
      from customer.event
      where customer_id = any(?) and type = ? and delivered_at is null
      """;

  private static final String FIRST =
      """
      select customer_id, occurred_at
      from customer.event
      where customer_id = any(?) and sequence = 1
      """;

  private static final String CUSTOMERS =
      """
      select distinct customer_id
      from customer.event
      where customer_id > ?
      order by customer_id
      limit ?
      """;

  private Ledger() {}

  private static String inStatus(String since) {
    return "select "
        + COLUMNS
        + """
        from customer.event
        where %1$s is not null and (%1$s, customer_id, sequence) > (?, ?, ?)
        order by %1$s, customer_id, sequence
        limit ?
        """
            .formatted(since);
  }

  /** The events of a customer after this sequence, in order. */
  public static List<Entry> ofCustomer(Connection connection, UUID customer, int after, int limit)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OF_CUSTOMER)) {
      statement.setObject(1, customer);
      statement.setInt(2, after);
      statement.setInt(3, limit);
      return entries(statement);
    }
  }

  /**
   * The events in a status, those that have been in it longest first.
   *
   * @param status any but {@link Status#DELIVERED}
   * @param after the last one that is known already
   */
  public static List<Entry> inStatus(
      Connection connection, Status status, @Nullable Place after, int limit) throws SQLException {
    Place place = after == null ? Place.FIRST : after;
    try (PreparedStatement statement = connection.prepareStatement(IN_STATUS.get(status))) {
      statement.setObject(1, place.time());
      statement.setObject(2, place.id().customerId());
      statement.setInt(3, place.id().sequence());
      statement.setInt(4, limit);
      return entries(statement);
    }
  }

  /** Those of these customers that have no event of this type. */
  public static List<UUID> without(Connection connection, List<UUID> customers, String type)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WITHOUT)) {
      statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
      statement.setString(2, type);
      return ids(statement);
    }
  }

  /** How many events of these customers and of this type were never delivered, by status. */
  public static Map<Status, Integer> undelivered(
      Connection connection, List<UUID> customers, String type) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UNSETTLED)) {
      statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
      statement.setString(2, type);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return Map.of(
            Status.WAITING, row.getInt(1),
            Status.PARKED, row.getInt(2),
            Status.DISCARDED, row.getInt(3));
      }
    }
  }

  /** When the first event of each of these customers occurred, where it has any. */
  public static Map<UUID, Instant> beginnings(Connection connection, List<UUID> customers)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIRST)) {
      statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
      Map<UUID, Instant> beginnings = HashMap.newHashMap(customers.size());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          beginnings.put(
              row.getObject("customer_id", UUID.class),
              Objects.requireNonNull(time(row, "occurred_at")));
        }
      }
      return beginnings;
    }
  }

  private static List<Entry> entries(PreparedStatement statement) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        entries.add(entry(row));
      }
    }
    return entries;
  }

  /** The ids of customers with events that come after this one. */
  public static List<UUID> customersAfter(Connection connection, UUID customer, int limit)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CUSTOMERS)) {
      statement.setObject(1, customer);
      statement.setInt(2, limit);
      return ids(statement);
    }
  }

  private static List<UUID> ids(PreparedStatement statement) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        ids.add(row.getObject(1, UUID.class));
      }
    }
    return ids;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    Instant occurredAt = Objects.requireNonNull(time(row, "occurred_at"));
    Instant deliveredAt = time(row, "delivered_at");
    Map<Status, Instant> since = new EnumMap<>(Status.class);
    put(since, Status.WAITING, time(row, "waiting_since"));
    put(since, Status.PARKED, time(row, "parked_at"));
    put(since, Status.DISCARDED, time(row, "discarded_at"));
    if (since.isEmpty()) {
      since.put(Status.DELIVERED, deliveredAt == null ? occurredAt : deliveredAt);
    }
    Map.Entry<Status, Instant> status = since.entrySet().iterator().next();
    return new Entry(
        new EventId(row.getObject("customer_id", UUID.class), row.getInt("sequence")),
        row.getString("type"),
        status.getKey(),
        status.getValue(),
        occurredAt,
        time(row, "put_off_until"),
        deliveredAt,
        row.getInt("attempts"),
        row.getString("last_error"),
        row.getString("message_id"));
  }

  private static void put(Map<Status, Instant> since, Status status, @Nullable Instant time) {
    if (time != null) {
      since.put(status, time);
    }
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
