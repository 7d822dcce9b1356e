package com.ecom.signup.consent;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ledger in {@code customer.consent_entry} and the words in {@code customer.consent_wording}.
 */
final class Entries {
  private static final String OF_CUSTOMERS =
      """
      select
        entry.customer_id, entry.sequence, entry.purpose, entry.act, entry.basis, entry.language,
        entry.channel, entry.source, entry.occurred_at, entry.expires_at,
        wording.purpose as wording_purpose, wording.version as wording_version,
        wording.language as wording_language, wording.text as wording_text,
        wording.hash as wording_hash
      from customer.consent_entry entry
      left join customer.consent_wording wording on wording.hash = entry.wording_hash
      where entry.customer_id = any(?)
      order by entry.customer_id, entry.sequence
      """;

  private static final String KEEP_WORDING =
      """
      insert into customer.consent_wording (hash, purpose, version, language, text)
      values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  /** Months are counted in UTC, whatever the time zone of the session. */
  private static final String APPEND =
      """
      insert into customer.consent_entry (
        customer_id, sequence, purpose, act, basis, wording_hash, language, channel, source,
        occurred_at, expires_at
      )
      select
        ?, ?, ?, ?, ?, ?, ?, ?, ?,
        moment.time, (moment.time at time zone 'UTC' + make_interval(months => ?)) at time zone 'UTC'
      from (select least(coalesce(?::timestamptz, now()), now()) as time) moment
      on conflict do nothing
      """;

  private Entries() {}

  /** All of a customer, in order. */
  static List<Entry> of(Connection connection, UUID customerId) throws SQLException {
    return of(connection, Set.of(customerId)).getOrDefault(customerId, List.of());
  }

  /** All of each of these customers that has any, in order. */
  static Map<UUID, List<Entry>> of(Connection connection, Collection<UUID> customerIds)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OF_CUSTOMERS)) {
      statement.setArray(1, connection.createArrayOf("uuid", customerIds.toArray()));
      Map<UUID, List<Entry>> entries = HashMap.newHashMap(customerIds.size());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          entries
              .computeIfAbsent(row.getObject("customer_id", UUID.class), id -> new ArrayList<>())
              .add(entry(row));
        }
      }
      return entries;
    }
  }

  /** Adds an entry; waits for a transaction that adds the same. Whether the place was free. */
  static boolean append(Connection connection, UUID customerId, int sequence, Statement given)
      throws SQLException {
    Wording wording = given.wording();
    if (wording != null) {
      keep(connection, wording);
    }
    Basis basis = given.basis();
    Instant then = given.occurredAt();
    try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
      statement.setObject(1, customerId);
      statement.setInt(2, sequence);
      statement.setString(3, given.purpose());
      statement.setString(4, given.act().key());
      statement.setString(5, basis == null ? null : basis.key());
      statement.setString(6, wording == null ? null : wording.hash());
      statement.setString(7, given.language());
      statement.setString(8, given.origin().channel().key());
      statement.setString(9, given.origin().source());
      if (given.isImplied()) {
        statement.setInt(10, Objects.requireNonNull(basis).months().orElseThrow());
      } else {
        statement.setNull(10, Types.INTEGER);
      }
      statement.setObject(
          11, then == null ? null : then.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
      return statement.executeUpdate() == 1;
    }
  }

  private static void keep(Connection connection, Wording wording) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KEEP_WORDING)) {
      statement.setString(1, wording.hash());
      statement.setString(2, wording.purpose());
      statement.setInt(3, wording.version());
      statement.setString(4, wording.language());
      statement.setString(5, wording.text());
      statement.executeUpdate();
    }
  }

  private static Entry entry(ResultSet row) throws SQLException {
    String basis = row.getString("basis");
    Statement statement =
        new Statement(
            row.getString("purpose"),
            Statement.Act.ofKey(row.getString("act")),
            basis == null ? null : Basis.ofKey(basis),
            wording(row),
            row.getString("language"),
            new Origin(Origin.Channel.ofKey(row.getString("channel")), row.getString("source")),
            null);
    Instant occurredAt = row.getObject("occurred_at", OffsetDateTime.class).toInstant();
    OffsetDateTime expiresAt = row.getObject("expires_at", OffsetDateTime.class);
    return new Entry(
        row.getInt("sequence"),
        statement,
        occurredAt,
        expiresAt == null ? null : expiresAt.toInstant());
  }

  private static @Nullable Wording wording(ResultSet row) throws SQLException {
    String hash = row.getString("wording_hash");
    return hash == null
        ? null
        : new Wording(
            row.getString("wording_purpose"),
            row.getInt("wording_version"),
            row.getString("wording_language"),
            row.getString("wording_text"),
            hash);
  }
}
