package com.ecom.signup.customer;

import com.ecom.signup.event.Events;
import com.ecom.signup.idempotency.Claim;
import com.ecom.signup.idempotency.Claims;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one statement that stores customers. */
final class Addition {
  /**
   * All customers of a batch and their events, in one statement and so in one commit. Ordered by
   * key, so that overlapping batches wait for each other in one direction and never in a circle.
   */
  private static final String ADD =
      """
      with candidate as (
        select *
        from unnest(
          ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]%1$s
        ) as candidate (
          id, first_name, last_name, email_id, email_key, phone,
          phone_e164, province, city, postacode, country, announcement, traceparent%2$s
        )
      ),%3$s
      registered as (
        insert into customer.cust_registration (
          id, first_name, last_name, email_id, email_key, phone,
          phone_e164, province, city, postacode, country, is_active, registered_at
        )
        select
          id, first_name, last_name, email_id, email_key, phone,
          phone_e164, province, city, postacode, country, true, now()
        from candidate%4$s
        order by email_key collate "C"
        on conflict (email_key) where is_active do nothing
        returning id, registered_at
      ),
      happened as (
        select
          candidate.id as customer_id, 1 as sequence, ? as type, candidate.announcement as body,
          candidate.traceparent
        from candidate
        join registered using (id)
      ),
      announced as (%5$s)
      select id, registered_at from registered
      """;

  private static final String WITHOUT_KEYS = ADD.formatted("", "", "", "", Events.appendHappened());

  /** Claims the keys of requests first, and registers those whose key nobody held. */
  private static final String WITH_KEYS =
      ADD.formatted(
          ", ?::uuid[], ?::uuid[]",
          ", key_hash, fingerprint",
          "claimed as (" + Claims.claimKeys() + "),",
          " where key_hash is null or id in (select id from claimed)",
          Events.appendHappened());

  private Addition() {}

  static Added of(Connection connection, List<NewCustomer> batch, String eventType)
      throws SQLException {
    boolean keyed = batch.stream().anyMatch(customer -> customer.claim() != null);
    try (PreparedStatement statement =
        connection.prepareStatement(keyed ? WITH_KEYS : WITHOUT_KEYS)) {
      Columns columns = new Columns(connection, statement, batch);
      columns.details();
      if (keyed) {
        columns.uuids(customer -> of(customer.claim(), Claim::keyHash));
        columns.uuids(customer -> of(customer.claim(), Claim::fingerprint));
      }
      columns.text(eventType);
      return added(statement, batch.size());
    }
  }

  private static @Nullable UUID of(@Nullable Claim claim, Function<Claim, UUID> part) {
    return claim == null ? null : part.apply(claim);
  }

  /** All of a statement share its time. */
  private static Added added(PreparedStatement statement, int most) throws SQLException {
    Set<UUID> ids = HashSet.newHashSet(most);
    Instant at = Instant.EPOCH;
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        if (ids.isEmpty()) {
          at = rows.getObject(2, OffsetDateTime.class).toInstant();
        }
        ids.add(rows.getObject(1, UUID.class));
      }
    }
    return new Added(ids, at);
  }

  /** Sets the parameters of a statement one after the other, a column of the batch at a time. */
  private static final class Columns {
    private final Connection connection;
    private final PreparedStatement statement;
    private final List<NewCustomer> batch;
    private int parameter;

    Columns(Connection connection, PreparedStatement statement, List<NewCustomer> batch) {
      this.connection = connection;
      this.statement = statement;
      this.batch = batch;
    }

    void details() throws SQLException {
      uuids(NewCustomer::id);
      texts(customer -> customer.details().firstName());
      texts(customer -> customer.details().lastName());
      texts(customer -> customer.details().email().address());
      texts(customer -> customer.details().email().key());
      texts(customer -> customer.details().phone().typed());
      texts(customer -> customer.details().phone().e164());
      texts(customer -> customer.details().province());
      texts(customer -> customer.details().city());
      texts(customer -> customer.details().postalCode());
      texts(customer -> customer.details().country());
      texts(NewCustomer::announcement);
      texts(NewCustomer::traceparent);
    }

    void uuids(Function<NewCustomer, @Nullable UUID> column) throws SQLException {
      array("uuid", batch.stream().map(column).toArray(UUID[]::new));
    }

    void texts(Function<NewCustomer, @Nullable String> column) throws SQLException {
      array("text", batch.stream().map(column).toArray(String[]::new));
    }

    void text(String value) throws SQLException {
      statement.setString(++parameter, value);
    }

    private void array(String type, Object[] values) throws SQLException {
      statement.setArray(++parameter, connection.createArrayOf(type, values));
    }
  }
}
