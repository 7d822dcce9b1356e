package com.ecom.signup.reconciliation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The passes in {@code customer.reconciliation}. */
final class PassTable {
  /** Comes before every id. */
  static final UUID BEFORE_ALL = new UUID(0, 0);

  private static final String COLUMNS =
      """
      id, started_at, repairs, customers_done, position,
      customers, missing, waiting, parked, discarded, orphans, repaired, finished_at
      """;

  /** At most one is open: an index sees to that, whoever else begins one. */
  private static final String BEGIN =
      """
      insert into customer.reconciliation (repairs)
      values (?)
      on conflict do nothing
      returning
      """
          + COLUMNS;

  private static final String BEGIN_IF_DUE =
      """
      insert into customer.reconciliation (repairs)
      select false
      where not exists (
        select
        from customer.reconciliation
        where finished_at is null or started_at > now() - ? * interval '1 second')
      on conflict do nothing
      """;

  private static final String OPEN =
      "select "
          + COLUMNS
          + "from customer.reconciliation where finished_at is null for update skip locked";

  private static final String NEWEST =
      "select " + COLUMNS + "from customer.reconciliation order by started_at desc limit ?";

  private static final String NEWEST_FINISHED =
      "select "
          + COLUMNS
          + """
          from customer.reconciliation
          where finished_at is not null
          order by started_at desc
          limit 1
          """;

  private static final String STEPPED =
      """
      update customer.reconciliation
      set customers_done = ?, position = ?,
          customers = customers + ?, missing = missing + ?, waiting = waiting + ?,
          parked = parked + ?, discarded = discarded + ?, orphans = orphans + ?,
          repaired = repaired + ?,
          finished_at = case when ? then now() end
      where id = ?
      """;

  private static final String FORGET =
      "delete from customer.reconciliation where started_at < now() - interval '90 days'";

  private PassTable() {}

  /**
   * An open pass and where it is.
   *
   * @param customersDone whether it is through all customers, and goes through the events
   * @param position the last customer's id that it has seen
   */
  record Row(Pass pass, boolean customersDone, UUID position) {}

  /** Where a step has led to, and what it found. */
  record Step(boolean customersDone, UUID position, Findings found, boolean finished) {}

  /** Begins a pass; empty if one is open. */
  static Optional<Pass> begin(Connection connection, boolean repairs) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
      statement.setBoolean(1, repairs);
      return rows(statement).stream().map(Row::pass).findFirst();
    }
  }

  /** Begins a pass if none is open and none has begun for that long. */
  static void beginIfDue(Connection connection, Duration interval) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BEGIN_IF_DUE);
        PreparedStatement forget = connection.prepareStatement(FORGET)) {
      statement.setLong(1, interval.toSeconds());
      if (statement.executeUpdate() > 0) {
        forget.executeUpdate();
      }
    }
  }

  /**
   * Takes the open pass, unless another replica has it, and holds it until the transaction ends.
   */
  static Optional<Row> open(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
      return rows(statement).stream().findFirst();
    }
  }

  static List<Pass> newest(Connection connection, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
      statement.setInt(1, limit);
      return rows(statement).stream().map(Row::pass).toList();
    }
  }

  static Optional<Pass> newestFinished(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NEWEST_FINISHED)) {
      return rows(statement).stream().map(Row::pass).findFirst();
    }
  }

  static void stepped(Connection connection, UUID id, Step step) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(STEPPED)) {
      Findings found = step.found();
      statement.setBoolean(1, step.customersDone());
      statement.setObject(2, step.position());
      statement.setLong(3, found.customers());
      statement.setLong(4, found.missing());
      statement.setLong(5, found.waiting());
      statement.setLong(6, found.parked());
      statement.setLong(7, found.discarded());
      statement.setLong(8, found.orphans());
      statement.setLong(9, found.repaired());
      statement.setBoolean(10, step.finished());
      statement.setObject(11, id);
      statement.executeUpdate();
    }
  }

  private static List<Row> rows(PreparedStatement statement) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        UUID position = row.getObject("position", UUID.class);
        rows.add(
            new Row(
                pass(row),
                row.getBoolean("customers_done"),
                position == null ? BEFORE_ALL : position));
      }
    }
    return rows;
  }

  private static Pass pass(ResultSet row) throws SQLException {
    return new Pass(
        row.getObject("id", UUID.class),
        Objects.requireNonNull(time(row, "started_at")),
        row.getBoolean("repairs"),
        new Findings(
            row.getLong("customers"),
            row.getLong("missing"),
            row.getLong("waiting"),
            row.getLong("parked"),
            row.getLong("discarded"),
            row.getLong("orphans"),
            row.getLong("repaired")),
        time(row, "finished_at"));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
