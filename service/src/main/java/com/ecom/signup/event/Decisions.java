package com.ecom.signup.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What operators decide about events that the topic does not take. */
public final class Decisions {
  private static final String RETRY =
      """
      update customer.event
      set waiting_since = coalesce(waiting_since, now()), put_off_until = null, refusals = 0,
          parked_at = null, discarded_at = null
      where customer_id = ? and sequence = ?
        and (waiting_since is not null or parked_at is not null or discarded_at is not null)
      """;

  private static final String RETRY_PARKED =
      """
      update customer.event
      set waiting_since = now(), put_off_until = null, refusals = 0, parked_at = null
      from (
        select customer_id, sequence
        from customer.event
        where parked_at is not null and (?::text is null or type = ?)
        order by parked_at
        limit ?
        for update skip locked) as parked
      where event.customer_id = parked.customer_id and event.sequence = parked.sequence
      """;

  private static final String DISCARD =
      """
      update customer.event
      set discarded_at = now(), body = null, traceparent = null, parked_at = null
      where customer_id = ? and sequence = ? and parked_at is not null
      """;

  private static final String DISCARD_OF_CUSTOMERS =
      """
      update customer.event
      set discarded_at = now(), body = null, traceparent = null, parked_at = null,
          waiting_since = null, put_off_until = null
      where customer_id = any(?) and discarded_at is null and type <> '%s'
      """
          .formatted(Event.ERASED);

  private static final String NOT_DISCARDED =
      """
      select count(*)
      from customer.event
      where customer_id = any(?) and discarded_at is null and type <> '%s'
      """
          .formatted(Event.ERASED);

  private Decisions() {}

  /**
   * Puts an event back into the queue, or to its front if it is put off there.
   *
   * @return false if there is none, or the topic has it
   */
  public static boolean retry(Connection connection, EventId id) throws SQLException {
    return update(connection, RETRY, id);
  }

  /**
   * Puts parked events back into the queue, those that have been parked longest first.
   *
   * @param type only these; all if null
   * @return how many
   */
  public static int retryParked(Connection connection, @Nullable String type, int limit)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RETRY_PARKED)) {
      statement.setString(1, type);
      statement.setString(2, type);
      statement.setInt(3, limit);
      return statement.executeUpdate();
    }
  }

  /**
   * Gives a parked event up, and lets go of what it says.
   *
   * @return false if there is none, or it is not parked
   */
  public static boolean discard(Connection connection, EventId id) throws SQLException {
    return update(connection, DISCARD, id);
  }

  /** Gives all events of these customers up; the number of those that were not before. */
  public static int discardAll(Connection connection, List<UUID> customers) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DISCARD_OF_CUSTOMERS)) {
      statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
      return statement.executeUpdate();
    }
  }

  /** How many events of these customers are not given up. */
  public static int notDiscarded(Connection connection, List<UUID> customers) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NOT_DISCARDED)) {
      statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  private static boolean update(Connection connection, String sql, EventId id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, id.customerId());
      statement.setInt(2, id.sequence());
      return statement.executeUpdate() > 0;
    }
  }
}
