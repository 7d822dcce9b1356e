package com.ecom.signup.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

/** The entries in {@code customer.audit_entry}. */
final class EntryTable {
  /** Any number that nobody else locks. */
  private static final long LOCK = 0x6175_6469_7431L;

  private static final String WAIT_TURN = "select pg_advisory_xact_lock(?)";

  /** A statement of its own after the lock, so that it sees what was committed before. */
  private static final String HEAD =
      """
      select clock_timestamp() as now, head.sequence, head.hash
      from (select) as always
      left join (
        select sequence, hash
        from customer.audit_entry
        order by sequence desc
        limit 1) as head on true
      """;

  private static final String ADD =
      """
      insert into customer.audit_entry (
        sequence, at, actor, actor_kind, client_address, request_id, action, subject_id, reason,
        details, previous_hash, hash)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private EntryTable() {}

  /**
   * The end of the trail.
   *
   * @param now by the clock of the database, which all replicas share
   */
  record Head(Instant now, long sequence, String hash) {}

  /** The end, to which nobody else adds until the transaction ends. */
  static Head holdHead(Connection connection) throws SQLException {
    try (PreparedStatement turn = connection.prepareStatement(WAIT_TURN);
        PreparedStatement head = connection.prepareStatement(HEAD)) {
      turn.setLong(1, LOCK);
      turn.execute();
      try (ResultSet row = head.executeQuery()) {
        row.next();
        return new Head(
            row.getObject("now", OffsetDateTime.class).toInstant(),
            row.getLong("sequence"),
            Objects.requireNonNullElse(row.getString("hash"), Entry.NONE));
      }
    }
  }

  static void add(Connection connection, Entry entry) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setLong(1, entry.sequence());
      statement.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
      statement.setString(3, entry.actor().subject());
      statement.setString(4, entry.actor().kind());
      statement.setString(5, entry.actor().address());
      statement.setString(6, entry.actor().requestId());
      statement.setString(7, entry.action());
      statement.setObject(8, entry.subject());
      statement.setString(9, entry.reason());
      statement.setArray(10, connection.createArrayOf("text", entry.details().toArray()));
      statement.setString(11, entry.previousHash());
      statement.setString(12, entry.hash());
      statement.executeUpdate();
    }
  }
}
