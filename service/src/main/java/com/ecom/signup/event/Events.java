package com.ecom.signup.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The events in {@code customer.event}: a queue until the topic has them, a ledger after. */
public final class Events {
  /**
   * The next events that nobody else is delivering, oldest first; of a customer with several only
   * the first, so that its order is kept whoever delivers the others.
   */
  private static final String TAKE =
      """
      select customer_id, sequence, type, occurred_at, body, attempts
      from customer.event
      where delivered_at is null
        and due_at <= now()
        and (sequence = 1 or not exists (
          select
          from customer.event earlier
          where earlier.customer_id = event.customer_id
            and earlier.sequence < event.sequence
            and earlier.delivered_at is null))
      order by due_at
      limit ?
      for update skip locked
      """;

  private static final String DELIVERED =
      """
      update customer.event
      set delivered_at = now(), message_id = done.message_id, attempts = attempts + 1,
          body = null, last_error = null
      from unnest(?::uuid[], ?::int[], ?::text[]) as done (customer_id, sequence, message_id)
      where event.customer_id = done.customer_id and event.sequence = done.sequence
      """;

  private static final String REFUSED =
      """
      update customer.event
      set due_at = now() + refused.pause * interval '1 millisecond', attempts = attempts + 1,
          last_error = refused.reason
      from unnest(?::uuid[], ?::int[], ?::text[], ?::bigint[])
        as refused (customer_id, sequence, reason, pause)
      where event.customer_id = refused.customer_id and event.sequence = refused.sequence
      """;

  private Events() {}

  /**
   * The last part of a statement that changes customers and announces it in the same commit: stores
   * what its common table expression {@code happened} (customer_id, sequence, type, body) gives.
   */
  public static String appendHappened() {
    return """
    insert into customer.event (customer_id, sequence, type, body)
    select customer_id, sequence, type, body from happened
    """;
  }

  /** Takes up to {@code limit} events and holds them until the transaction ends. */
  static List<Event> take(Connection connection, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setInt(1, limit);
      List<Event> events = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          events.add(
              new Event(
                  row.getObject("customer_id", UUID.class),
                  row.getInt("sequence"),
                  row.getString("type"),
                  row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                  row.getString("body"),
                  row.getInt("attempts")));
        }
      }
      return events;
    }
  }

  /** Notes the delivery, and lets the body go with the personal data in it. */
  static void delivered(Connection connection, List<Delivery.Delivered> deliveries)
      throws SQLException {
    if (deliveries.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(DELIVERED)) {
      set(connection, statement, 1, "uuid", deliveries, delivery -> delivery.event().customerId());
      set(connection, statement, 2, "int4", deliveries, delivery -> delivery.event().sequence());
      set(connection, statement, 3, "text", deliveries, Delivery.Delivered::messageId);
      statement.executeUpdate();
    }
  }

  /** Notes the refusal, and puts each event off by its own pause. */
  static void refused(
      Connection connection, List<Delivery.Refused> refusals, Function<Event, Duration> pause)
      throws SQLException {
    if (refusals.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(REFUSED)) {
      set(connection, statement, 1, "uuid", refusals, refusal -> refusal.event().customerId());
      set(connection, statement, 2, "int4", refusals, refusal -> refusal.event().sequence());
      set(connection, statement, 3, "text", refusals, Delivery.Refused::reason);
      set(
          connection,
          statement,
          4,
          "int8",
          refusals,
          refusal -> pause.apply(refusal.event()).toMillis());
      statement.executeUpdate();
    }
  }

  private static <T> void set(
      Connection connection,
      PreparedStatement statement,
      int parameter,
      String type,
      List<T> rows,
      Function<T, Object> column)
      throws SQLException {
    statement.setArray(
        parameter, connection.createArrayOf(type, rows.stream().map(column).toArray()));
  }
}
