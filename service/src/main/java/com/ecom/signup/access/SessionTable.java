package com.ecom.signup.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The sessions in {@code customer.operator_session}. */
final class SessionTable {
  private static final String ADD =
      """
      insert into customer.operator_session (secret_hash, subject, kind, scopes, expires_at)
      values (?, ?, ?, ?, now() + ? * interval '1 second')
      """;

  private static final String FIND =
      """
      select subject, kind, scopes
      from customer.operator_session
      where secret_hash = any(?) and expires_at > now() and used_at > now() - ? * interval '1 second'
      """;

  /** To the minute, so that not every look is a write. */
  private static final String USED =
      """
      update customer.operator_session
      set used_at = now()
      where secret_hash = any(?) and used_at < now() - interval '1 minute'
      """;

  private static final String END =
      "delete from customer.operator_session where secret_hash = any(?)";

  private static final String FORGET =
      """
      delete from customer.operator_session
      where expires_at < now() or used_at < now() - ? * interval '1 second'
      """;

  private SessionTable() {}

  static void add(Connection connection, byte[] hash, Caller caller, Duration life)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setBytes(1, hash);
      statement.setString(2, caller.subject());
      statement.setString(3, caller.kind().word());
      statement.setArray(4, ApiKeyTable.scopes(connection, caller.permissions()));
      statement.setLong(5, life.toSeconds());
      statement.executeUpdate();
    }
  }

  static Optional<Caller> find(Connection connection, byte[][] hashes, Duration idle)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setArray(1, connection.createArrayOf("bytea", hashes));
      statement.setLong(2, idle.toSeconds());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(caller(row)) : Optional.empty();
      }
    }
  }

  private static Caller caller(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return new Caller(
        row.getString("subject"),
        Arrays.stream(Caller.Kind.values())
            .filter(known -> known.word().equals(kind))
            .findFirst()
            .orElseThrow(),
        ApiKeyTable.permissions(row.getArray("scopes")));
  }

  static void used(Connection connection, byte[][] hashes) throws SQLException {
    update(connection, USED, hashes);
  }

  static void end(Connection connection, byte[][] hashes) throws SQLException {
    update(connection, END, hashes);
  }

  private static void update(Connection connection, String sql, byte[][] hashes)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("bytea", hashes));
      statement.executeUpdate();
    }
  }

  static int forget(Connection connection, Duration idle) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
      statement.setLong(1, idle.toSeconds());
      return statement.executeUpdate();
    }
  }
}
