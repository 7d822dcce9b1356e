package com.ecom.signup.confirmation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts registrations into {@code customer.pending_registration}, many in one statement. */
final class PendingBatch {
  private static final String ADD =
      """
      insert into customer.pending_registration (
        id, email_key, first_name, last_name, email_id, phone, province, city, postacode, country,
        language, channel, fingerprint, screen_hash, consent_wording, quarantined_at, expires_at
      )
      select
        id, email_key, first_name, last_name, email_id, phone, province, city, postacode, country,
        language, channel, fingerprint, screen_hash, consent_wording,
        case when quarantined then now() end,
        now() + case when quarantined then 7 * 86400 else ? end * interval '1 second'
      from unnest(
        ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::bool[]
      ) as pending (
        id, email_key, first_name, last_name, email_id, phone, province, city, postacode, country,
        language, channel, fingerprint, screen_hash, consent_wording, quarantined
      )
      order by id
      on conflict do nothing
      returning id
      """;

  private static final String FINGERPRINTS =
      "select id, fingerprint from customer.pending_registration where id = any(?)";

  private PendingBatch() {}

  /** Adds those that are not there; their ids. */
  static Set<UUID> add(Connection connection, List<PendingRegistration> batch, Duration time)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setLong(1, time.toSeconds());
      Columns columns = new Columns(connection, statement, batch);
      columns.set("uuid", PendingRegistration::id);
      columns.set("text", PendingRegistration::emailKey);
      columns.set("text", pending -> pending.form().firstName());
      columns.set("text", pending -> pending.form().lastName());
      columns.set("text", pending -> pending.form().emailId());
      columns.set("text", pending -> pending.form().phone());
      columns.set("text", pending -> pending.form().province());
      columns.set("text", pending -> pending.form().city());
      columns.set("text", pending -> pending.form().postalcode());
      columns.set("text", pending -> text(pending.form().country()));
      columns.set("text", pending -> pending.language().code());
      columns.set("text", pending -> pending.channel().name());
      columns.set("uuid", PendingRegistration::fingerprint);
      columns.set("uuid", PendingRegistration::screenHash);
      columns.set("text", PendingRegistration::consentWording);
      columns.set("bool", PendingRegistration::quarantined);
      Set<UUID> added = new HashSet<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          added.add(row.getObject(1, UUID.class));
        }
      }
      return added;
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Sets the parameters of a statement after the first, a column of the batch at a time. */
  private static final class Columns {
    private final Connection connection;
    private final PreparedStatement statement;
    private final List<PendingRegistration> batch;
    private int parameter = 1;

    Columns(Connection connection, PreparedStatement statement, List<PendingRegistration> batch) {
      this.connection = connection;
      this.statement = statement;
      this.batch = batch;
    }

    void set(String type, Function<PendingRegistration, @Nullable Object> column)
        throws SQLException {
      Object[] values = batch.stream().map(column).toArray();
      statement.setArray(++parameter, connection.createArrayOf(type, values));
    }
  }

  /** The fingerprints of those that are there, as far as they have one. */
  static Map<UUID, UUID> fingerprints(Connection connection, List<UUID> ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FINGERPRINTS)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      Map<UUID, UUID> fingerprints = new HashMap<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          UUID fingerprint = row.getObject(2, UUID.class);
          if (fingerprint != null) {
            fingerprints.put(row.getObject(1, UUID.class), fingerprint);
          }
        }
      }
      return fingerprints;
    }
  }
}
