package com.ecom.signup.transfer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The imports in {@code customer.import}. */
final class ImportTable {
  /** Who has not been seen for that long has died: longer than a statement may take, and a beat. */
  private static final String COLUMNS =
      """
      id, format, header, events, started_by, failure, run, started_at, ended_at, position, line,
      digest, added, same, refused,
      case
        when status = 'running' and seen_at < now() - interval '20 seconds' then 'interrupted'
        else status
      end as status
      """;

  private static final String FIND = "select " + COLUMNS + " from customer.import where id = ?";

  private static final String NEWEST =
      "select " + COLUMNS + " from customer.import order by started_at desc limit 100";

  private static final String OF_KEY =
      "select "
          + COLUMNS
          + " from customer.import where key_hash = ? order by started_at desc limit 1";

  /** Those who begin take turns, so that one import runs at a time. */
  private static final String TURN =
      "select pg_advisory_xact_lock(hashtextextended('customer.import', 0))";

  private static final String RUNS =
      """
      select exists (
        select
        from customer.import
        where status = 'running' and seen_at >= now() - interval '20 seconds')
      """;

  private static final String ADD =
      """
      insert into customer.import (key_hash, format, header, events, started_by)
      values (?, ?, ?, ?, ?)
      returning
      """
          + COLUMNS;

  private static final String GO_ON =
      """
      update customer.import
      set status = 'running', failure = null, run = run + 1, seen_at = now(), ended_at = null
      where id = ?
      returning
      """
          + COLUMNS;

  private static final String ADVANCE =
      """
      update customer.import
      set position = ?, line = ?, digest = decode(?, 'hex'), added = added + ?, same = same + ?,
          refused = refused + ?, seen_at = now()
      where id = ? and run = ? and status = 'running' and position = ?
      """;

  private static final String BEAT =
      "update customer.import set seen_at = now() where id = ? and run = ? and status = 'running'";

  private static final String END =
      """
      update customer.import
      set status = ?, failure = ?, ended_at = now()
      where id = ? and run = ? and status = 'running'
      """;

  private static final String CANCEL =
      """
      update customer.import
      set status = 'cancelled', ended_at = now()
      where id = ? and status not in ('finished', 'cancelled')
      """;

  private ImportTable() {}

  /**
   * An import, with the exact place that it has reached.
   *
   * @param reached null before the first rows
   * @param run who works on it
   */
  record Stored(Import known, String header, int run, Pieces.@Nullable Reached reached) {
    UUID id() {
      return known.id();
    }
  }

  static Optional<Stored> find(Connection connection, UUID id) throws SQLException {
    return one(connection, FIND, id);
  }

  static List<Import> newest(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
      return read(statement).stream().map(Stored::known).toList();
    }
  }

  static Optional<Stored> ofKey(Connection connection, @Nullable String hash) throws SQLException {
    return hash == null ? Optional.empty() : one(connection, OF_KEY, hash);
  }

  /** Waits for others who begin; true if no import runs. */
  static boolean isFree(Connection connection) throws SQLException {
    try (PreparedStatement turn = connection.prepareStatement(TURN);
        PreparedStatement runs = connection.prepareStatement(RUNS)) {
      turn.execute();
      try (ResultSet row = runs.executeQuery()) {
        return row.next() && !row.getBoolean(1);
      }
    }
  }

  static Stored add(Connection connection, ImportOrder order, String header) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setString(1, order.keyHash());
      statement.setString(2, order.format().word());
      statement.setString(3, header);
      statement.setBoolean(4, order.events());
      statement.setString(5, order.startedBy());
      return read(statement).getFirst();
    }
  }

  static Stored goOn(Connection connection, UUID id) throws SQLException {
    return one(connection, GO_ON, id).orElseThrow();
  }

  /** Notes that rows are done; false if somebody else has gone on, or it is cancelled. */
  static boolean advance(
      Connection connection, Stored running, long from, Pieces.Reached reached, Counts counts)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
      statement.setLong(1, reached.position());
      statement.setLong(2, reached.line());
      statement.setString(3, reached.digest());
      statement.setLong(4, counts.added());
      statement.setLong(5, counts.same());
      statement.setLong(6, counts.refused());
      statement.setObject(7, running.id());
      statement.setInt(8, running.run());
      statement.setLong(9, from);
      return statement.executeUpdate() > 0;
    }
  }

  static boolean beat(Connection connection, Stored running) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BEAT)) {
      statement.setObject(1, running.id());
      statement.setInt(2, running.run());
      return statement.executeUpdate() > 0;
    }
  }

  static boolean end(
      Connection connection, Stored running, Import.Status status, @Nullable String failure)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(END)) {
      statement.setString(1, status.name().toLowerCase(Locale.ROOT));
      statement.setString(2, failure);
      statement.setObject(3, running.id());
      statement.setInt(4, running.run());
      return statement.executeUpdate() > 0;
    }
  }

  static boolean cancel(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CANCEL)) {
      statement.setObject(1, id);
      return statement.executeUpdate() > 0;
    }
  }

  private static Optional<Stored> one(Connection connection, String sql, Object key)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, key);
      return read(statement).stream().findFirst();
    }
  }

  private static List<Stored> read(PreparedStatement statement) throws SQLException {
    List<Stored> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(new Stored(known(row), row.getString("header"), row.getInt("run"), reached(row)));
      }
    }
    return found;
  }

  private static Import known(ResultSet row) throws SQLException {
    return new Import(
        row.getObject("id", UUID.class),
        Format.ofWord(row.getString("format")),
        row.getBoolean("events"),
        row.getString("started_by"),
        Import.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getString("failure"),
        Objects.requireNonNull(time(row, "started_at")),
        time(row, "ended_at"),
        row.getLong("position"),
        new Counts(row.getLong("added"), row.getLong("same"), row.getLong("refused")));
  }

  private static Pieces.@Nullable Reached reached(ResultSet row) throws SQLException {
    byte[] digest = row.getBytes("digest");
    return digest == null
        ? null
        : new Pieces.Reached(
            row.getLong("position"),
            row.getLong("line"),
            java.util.HexFormat.of().formatHex(digest));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
