package com.ecom.signup.event;

import com.ecom.signup.trace.Traces;
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

/** The events in {@code customer.event} that wait for the topic. */
public final class Events {
  /**
   * The next events that nobody else is delivering, oldest first. Of a customer with several only
   * the first, parked or not, so that the order is kept whoever delivers the others. An event that
   * is put off for longer than anybody would is one whose clock was set back.
   */
  private static final String TAKE =
      """
      select customer_id, sequence, type, occurred_at, body, traceparent, attempts, refusals
      from customer.event
      where waiting_since is not null
        and (
          put_off_until is null
          or put_off_until <= now()
          or put_off_until > now() + interval '15 minutes')
        and (sequence = 1 or not exists (
          select
          from customer.event earlier
          where earlier.customer_id = event.customer_id
            and earlier.sequence < event.sequence
            and (earlier.waiting_since is not null or earlier.parked_at is not null)))
      order by waiting_since
      limit ?
      for update skip locked
      """;

  private static final String DELIVERED =
      """
      update customer.event
      set delivered_at = now(), message_id = done.message_id, attempts = attempts + 1,
          body = null, traceparent = null, waiting_since = null, put_off_until = null, refusals = 0,
          last_error = null
      from unnest(?::uuid[], ?::int[], ?::text[]) as done (customer_id, sequence, message_id)
      where event.customer_id = done.customer_id and event.sequence = done.sequence
      """;

  private static final String PUT_OFF =
      """
      update customer.event
      set put_off_until = now() + again.pause * interval '1 millisecond', attempts = attempts + 1,
          refusals = again.refusals, last_error = again.reason
      from unnest(?::uuid[], ?::int[], ?::text[], ?::int[], ?::bigint[])
        as again (customer_id, sequence, reason, refusals, pause)
      where event.customer_id = again.customer_id and event.sequence = again.sequence
      """;

  private static final String PARK =
      """
      update customer.event
      set parked_at = now(), waiting_since = null, put_off_until = null, attempts = attempts + 1,
          refusals = refusals + 1, last_error = parked.reason
      from unnest(?::uuid[], ?::int[], ?::text[]) as parked (customer_id, sequence, reason)
      where event.customer_id = parked.customer_id and event.sequence = parked.sequence
      """;

  private static final String APPEND_WITHOUT_BODY =
      """
      insert into customer.event (customer_id, sequence, type)
      select id, coalesce((select max(sequence) from customer.event where customer_id = id), 0) + 1, ?
      from unnest(?::uuid[]) as id
      on conflict do nothing
      """;

  private static final String APPEND =
      """
      insert into customer.event (customer_id, sequence, type, body, traceparent)
      select ?::uuid, coalesce(max(sequence), 0) + 1, ?, ?, ?
      from customer.event
      where customer_id = ?
      returning sequence
      """;

  private Events() {}

  /**
   * The last part of a statement that changes customers and announces it in the same commit: stores
   * what its common table expression {@code happened} (customer_id, sequence, type, body,
   * traceparent) gives.
   */
  public static String appendHappened() {
    return """
    insert into customer.event (customer_id, sequence, type, body, traceparent)
    select customer_id, sequence, type, body, traceparent from happened
    """;
  }

  /**
   * Announces what should have been announced before; what there is to say is taken from each
   * customer when the event is delivered.
   *
   * @return how many events were added
   */
  public static int appendWithoutBody(Connection connection, List<UUID> customers, String type)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(APPEND_WITHOUT_BODY)) {
      statement.setString(1, type);
      statement.setArray(2, connection.createArrayOf("uuid", customers.toArray()));
      return statement.executeUpdate();
    }
  }

  /** Announces something of one customer, whose row the caller has changed and so holds. */
  public static EventId append(Connection connection, UUID customer, String type, String body)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
      statement.setObject(1, customer);
      statement.setString(2, type);
      statement.setString(3, body);
      statement.setString(4, Traces.toPassOn());
      statement.setObject(5, customer);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new EventId(customer, row.getInt(1));
      }
    }
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
                  new EventId(row.getObject("customer_id", UUID.class), row.getInt("sequence")),
                  row.getString("type"),
                  row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                  row.getString("body"),
                  row.getString("traceparent"),
                  row.getInt("attempts"),
                  row.getInt("refusals")));
        }
      }
      return events;
    }
  }

  /** Notes the delivery, and lets the body go with the personal data in it. */
  static void delivered(Connection connection, List<Delivery.Delivered> deliveries)
      throws SQLException {
    Columns.update(
        connection,
        DELIVERED,
        deliveries,
        columns -> {
          columns.ids(delivery -> delivery.event().id());
          columns.array("text", Delivery.Delivered::messageId);
        });
  }

  /** Notes failures that the topic blames nobody for, and puts each event off by its own pause. */
  static void failed(
      Connection connection, List<Delivery.Failed> failures, Function<Event, Duration> pause)
      throws SQLException {
    Columns.update(
        connection,
        PUT_OFF,
        failures,
        columns -> {
          columns.ids(failure -> failure.event().id());
          columns.array("text", Delivery.Failed::reason);
          columns.array("int4", failure -> failure.event().refusals());
          columns.array("int8", failure -> pause.apply(failure.event()).toMillis());
        });
  }

  /** Notes the refusals, and puts each event off by its own pause. */
  static void refused(
      Connection connection, List<Delivery.Refused> refusals, Function<Event, Duration> pause)
      throws SQLException {
    Columns.update(
        connection,
        PUT_OFF,
        refusals,
        columns -> {
          columns.ids(refusal -> refusal.event().id());
          columns.array("text", Delivery.Refused::reason);
          columns.array("int4", refusal -> refusal.event().refusals() + 1);
          columns.array("int8", refusal -> pause.apply(refusal.event()).toMillis());
        });
  }

  /** Takes the events out of the queue, for an operator to decide on. */
  static void park(Connection connection, List<Delivery.Refused> refusals) throws SQLException {
    Columns.update(
        connection,
        PARK,
        refusals,
        columns -> {
          columns.ids(refusal -> refusal.event().id());
          columns.array("text", Delivery.Refused::reason);
        });
  }
}
