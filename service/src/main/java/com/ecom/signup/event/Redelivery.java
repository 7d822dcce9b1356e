package com.ecom.signup.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts events that were delivered into the queue again. */
public final class Redelivery {
  private static final String DELIVERED =
      """
      select customer_id, sequence, type, occurred_at
      from customer.event
      where delivered_at is not null and occurred_at >= ? and occurred_at < ?
        and (occurred_at, customer_id, sequence) > (?, ?, ?)
      order by occurred_at, customer_id, sequence
      limit ?
      """;

  private static final String DELIVERED_OF_CUSTOMER =
      """
      select customer_id, sequence, type, occurred_at
      from customer.event
      where delivered_at is not null and occurred_at >= ? and occurred_at < ?
        and (occurred_at, customer_id, sequence) > (?, ?, ?)
        and customer_id = ?
      order by occurred_at, customer_id, sequence
      limit ?
      """;

  private static final String QUEUE =
      """
      update customer.event
      set waiting_since = now(), put_off_until = null, refusals = 0
      from unnest(?::uuid[], ?::int[]) as again (customer_id, sequence)
      where event.customer_id = again.customer_id and event.sequence = again.sequence
        and waiting_since is null and parked_at is null and discarded_at is null
      """;

  private static final String FIRST =
      "select min(occurred_at) from customer.event where delivered_at is not null";

  private static final String WAITING =
      """
      select count(*)
      from (select from customer.event where waiting_since is not null limit ?) as counted
      """;

  /** Those that {@link #queue} would queue, among so many in the range. */
  private static final String WOULD_QUEUE =
      """
      select count(*), count(*) filter (
        where (?::text is null or type = ?)
          and waiting_since is null and parked_at is null and discarded_at is null)
      from (
        select type, waiting_since, parked_at, discarded_at
        from customer.event
        where delivered_at is not null and occurred_at >= ? and occurred_at < ?
          and (?::uuid is null or customer_id = ?)
        limit ?) as looked_through
      """;

  private Redelivery() {}

  /**
   * Which events.
   *
   * @param customer only of this one; of all if null
   * @param from when the first of them occurred, or later
   * @param before when all of them had occurred
   */
  public record Range(@Nullable UUID customer, Instant from, Instant before) {}

  /** A delivered event and where it is in the order of time. */
  public record Delivered(EventId id, String type, Instant occurredAt) {
    public Place place() {
      return Place.at(occurredAt, id);
    }
  }

  /** The next delivered events after a place, in the order of time. */
  public static List<Delivered> delivered(
      Connection connection, Range range, Place after, int limit) throws SQLException {
    UUID customer = range.customer();
    try (PreparedStatement statement =
        connection.prepareStatement(customer == null ? DELIVERED : DELIVERED_OF_CUSTOMER)) {
      int parameter = 0;
      statement.setObject(++parameter, range.from().atOffset(ZoneOffset.UTC));
      statement.setObject(++parameter, range.before().atOffset(ZoneOffset.UTC));
      statement.setObject(++parameter, after.time());
      statement.setObject(++parameter, after.id().customerId());
      statement.setInt(++parameter, after.id().sequence());
      if (customer != null) {
        statement.setObject(++parameter, customer);
      }
      statement.setInt(++parameter, limit);
      List<Delivered> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(
              new Delivered(
                  new EventId(row.getObject("customer_id", UUID.class), row.getInt("sequence")),
                  row.getString("type"),
                  row.getObject("occurred_at", OffsetDateTime.class).toInstant()));
        }
      }
      return found;
    }
  }

  /** Queues these events, but for those that are on their way, or were taken out of it. */
  public static int queue(Connection connection, List<EventId> events) throws SQLException {
    return Columns.update(connection, QUEUE, events, columns -> columns.ids(id -> id));
  }

  /**
   * How many events would be queued.
   *
   * @param whole whether all of the range was looked through; if not, there are more
   */
  public record Would(long queue, boolean whole) {}

  /**
   * Counts the events of a range that would be queued.
   *
   * @param type only these; all if null
   * @param most so many of the range are looked through, so that it ends in time
   */
  public static Would wouldQueue(
      Connection connection, Range range, @Nullable String type, int most) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WOULD_QUEUE)) {
      statement.setString(1, type);
      statement.setString(2, type);
      statement.setObject(3, range.from().atOffset(ZoneOffset.UTC));
      statement.setObject(4, range.before().atOffset(ZoneOffset.UTC));
      statement.setObject(5, range.customer(), Types.OTHER);
      statement.setObject(6, range.customer(), Types.OTHER);
      statement.setInt(7, most);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Would(row.getLong(2), row.getLong(1) < most);
      }
    }
  }

  /** When the first delivered event occurred; null if there is none. */
  public static @Nullable Instant first(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIRST);
        ResultSet row = statement.executeQuery()) {
      OffsetDateTime first = row.next() ? row.getObject(1, OffsetDateTime.class) : null;
      return first == null ? null : first.toInstant();
    }
  }

  /** Whether at least so many events wait. */
  public static boolean isWaiting(Connection connection, int events) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
      statement.setInt(1, events);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getInt(1) >= events;
      }
    }
  }
}
