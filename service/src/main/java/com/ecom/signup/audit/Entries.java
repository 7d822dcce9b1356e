package com.ecom.signup.audit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the trail. */
public final class Entries {
  private static final String COLUMNS =
      """
      select
        sequence, at, actor, actor_kind, client_address, request_id, action, subject_id, reason,
        details, previous_hash, hash
      from customer.audit_entry
      """;

  private static final String FILTERED =
      """
      where (?::uuid is null or subject_id = ?)
        and (?::text is null or actor = ?)
        and (?::text is null or action = ?)
        and (?::timestamptz is null or at >= ?)
        and (?::timestamptz is null or at < ?)
      """;

  private static final String NEWEST =
      COLUMNS + FILTERED + "and sequence < ? order by sequence desc limit ?";

  private static final String IN_ORDER =
      COLUMNS + FILTERED + "and sequence > ? order by sequence limit ?";

  private Entries() {}

  /** The newest that came before an entry. */
  public static List<StoredEntry> newest(
      Connection connection, Filter filter, long beforeSequence, int limit) throws SQLException {
    return read(connection, NEWEST, filter, beforeSequence, limit);
  }

  /** The oldest that came after an entry. */
  public static List<StoredEntry> inOrder(
      Connection connection, Filter filter, long afterSequence, int limit) throws SQLException {
    return read(connection, IN_ORDER, filter, afterSequence, limit);
  }

  private static List<StoredEntry> read(
      Connection connection, String sql, Filter filter, long edge, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      twice(statement, 1, filter.subject());
      twice(statement, 3, filter.actor());
      twice(statement, 5, filter.action());
      twice(statement, 7, time(filter.from()));
      twice(statement, 9, time(filter.before()));
      statement.setLong(11, edge);
      statement.setInt(12, limit);
      List<StoredEntry> entries = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          entries.add(new StoredEntry(entry(rows), rows.getString("hash")));
        }
      }
      return entries;
    }
  }

  private static void twice(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    statement.setObject(index, value);
    statement.setObject(index + 1, value);
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("sequence"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new Actor(
            row.getString("actor"),
            row.getString("actor_kind"),
            row.getString("client_address"),
            row.getString("request_id")),
        row.getString("action"),
        row.getObject("subject_id", UUID.class),
        row.getString("reason"),
        texts(row.getArray("details")),
        row.getString("previous_hash"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
