package com.ecom.signup.replay;

import com.ecom.signup.event.EventId;
import com.ecom.signup.event.Place;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The replays in {@code customer.replay}. */
final class ReplayTable {
  private static final String COLUMNS =
      """
      id, requested_at, type, customer_id, occurred_from, occurred_before, events_per_second,
      position_time, position_customer, position_sequence, queued, finished_at, cancelled_at
      """;

  private static final String ADD =
      """
      insert into customer.replay (
        type, customer_id, occurred_from, occurred_before, events_per_second)
      values (?, ?, coalesce(?, ?, now()), coalesce(?, now()), ?)
      returning
      """
          + COLUMNS;

  private static final String FIND = "select " + COLUMNS + " from customer.replay where id = ?";

  private static final String NEWEST =
      "select " + COLUMNS + " from customer.replay order by requested_at desc limit 100";

  /** One whose turn it is: a second after its last step, or whatever a clock that jumped says. */
  private static final String NEXT =
      "select "
          + COLUMNS
          + """
          from customer.replay
          where finished_at is null and cancelled_at is null
            and (stepped_at is null
              or now() not between stepped_at and stepped_at + interval '900 milliseconds')
          order by stepped_at nulls first, requested_at
          limit 1
          for update skip locked
          """;

  private static final String STEPPED =
      """
      update customer.replay
      set position_time = ?, position_customer = ?, position_sequence = ?, queued = queued + ?,
          stepped_at = case when ? > 0 then now() else stepped_at end
      where id = ?
      """;

  private static final String FINISHED =
      "update customer.replay set finished_at = now() where id = ?";

  private static final String CANCEL =
      """
      update customer.replay
      set cancelled_at = now()
      where id = ? and finished_at is null and cancelled_at is null
      """;

  private ReplayTable() {}

  /** A replay, with the exact place it has reached. */
  record Row(Replay replay, Place place) {}

  static Replay add(Connection connection, ReplayOrder order, @Nullable Instant firstEvent)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setString(1, order.type());
      statement.setObject(2, order.customerId(), Types.OTHER);
      setTime(statement, 3, order.from());
      setTime(statement, 4, firstEvent);
      setTime(statement, 5, order.before());
      statement.setInt(6, order.eventsPerSecond());
      return rows(statement).getFirst().replay();
    }
  }

  static Optional<Replay> find(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setObject(1, id);
      return rows(statement).stream().map(Row::replay).findFirst();
    }
  }

  static List<Replay> newest(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
      return rows(statement).stream().map(Row::replay).toList();
    }
  }

  /** Takes the one whose turn it is, and holds it until the transaction ends. */
  static Optional<Row> next(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
      return rows(statement).stream().findFirst();
    }
  }

  static void stepped(Connection connection, UUID id, Place place, int queued) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(STEPPED)) {
      statement.setObject(1, place.time());
      statement.setObject(2, place.id().customerId());
      statement.setInt(3, place.id().sequence());
      statement.setInt(4, queued);
      statement.setInt(5, queued);
      statement.setObject(6, id);
      statement.executeUpdate();
    }
  }

  static void finished(Connection connection, UUID id) throws SQLException {
    update(connection, FINISHED, id);
  }

  static boolean cancel(Connection connection, UUID id) throws SQLException {
    return update(connection, CANCEL, id);
  }

  private static boolean update(Connection connection, String sql, UUID id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, id);
      return statement.executeUpdate() > 0;
    }
  }

  private static void setTime(PreparedStatement statement, int parameter, @Nullable Instant time)
      throws SQLException {
    statement.setObject(
        parameter,
        time == null ? null : time.atOffset(ZoneOffset.UTC),
        Types.TIMESTAMP_WITH_TIMEZONE);
  }

  private static List<Row> rows(PreparedStatement statement) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows.add(new Row(replay(row), place(row)));
      }
    }
    return rows;
  }

  private static Replay replay(ResultSet row) throws SQLException {
    Instant from = Objects.requireNonNull(time(row, "occurred_from"));
    Instant before = Objects.requireNonNull(time(row, "occurred_before"));
    return new Replay(
        row.getObject("id", UUID.class),
        new ReplayOrder(
            row.getString("type"),
            row.getObject("customer_id", UUID.class),
            from,
            before,
            row.getInt("events_per_second")),
        Objects.requireNonNull(time(row, "requested_at")),
        time(row, "position_time"),
        row.getLong("queued"),
        time(row, "finished_at"),
        time(row, "cancelled_at"));
  }

  private static Place place(ResultSet row) throws SQLException {
    Instant time = time(row, "position_time");
    return time == null
        ? Place.FIRST
        : Place.at(
            time,
            new EventId(
                row.getObject("position_customer", UUID.class), row.getInt("position_sequence")));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
