package com.ecom.signup.idempotency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The keys in {@code customer.idempotency_key}. */
public final class Claims {
  private static final String HELD =
      """
      select key_hash, fingerprint, customer_id
      from customer.idempotency_key
      where key_hash = any(?)
      """;

  private static final String PURGE =
      """
      delete from customer.idempotency_key
      where key_hash in (
        select key_hash
        from customer.idempotency_key
        where created_at < now() - ? * interval '1 millisecond'
        order by created_at
        limit ?
        for update skip locked)
      """;

  private Claims() {}

  /**
   * What a key is held by.
   *
   * @param customerId of the customer that its request was to register
   */
  public record Held(UUID fingerprint, UUID customerId) {}

  /**
   * The part of a statement that claims the keys of its common table expression {@code candidate}
   * (id, key_hash, fingerprint), and gives the ids of those whose key nobody held. Where another
   * transaction is about to claim the same key, it waits for that to end. In the order of the keys,
   * so that statements wait for each other in one direction.
   */
  public static String claimKeys() {
    return """
    insert into customer.idempotency_key (key_hash, fingerprint, customer_id)
    select key_hash, fingerprint, id
    from candidate
    where key_hash is not null
    order by key_hash
    on conflict do nothing
    returning customer_id as id
    """;
  }

  /** Those of these keys that are held, by their hash. */
  public static Map<UUID, Held> held(Connection connection, Collection<UUID> keyHashes)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HELD)) {
      statement.setArray(1, connection.createArrayOf("uuid", keyHashes.toArray()));
      Map<UUID, Held> held = HashMap.newHashMap(keyHashes.size());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          held.put(
              row.getObject("key_hash", UUID.class),
              new Held(
                  row.getObject("fingerprint", UUID.class),
                  row.getObject("customer_id", UUID.class)));
        }
      }
      return held;
    }
  }

  /** Forgets the oldest keys of those that are older than this; how many. */
  static int purge(Connection connection, Duration age, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PURGE)) {
      statement.setLong(1, age.toMillis());
      statement.setInt(2, limit);
      return statement.executeUpdate();
    }
  }
}
