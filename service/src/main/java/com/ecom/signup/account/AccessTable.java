package com.ecom.signup.account;

import com.ecom.signup.erasure.PersonalData;
import com.ecom.signup.token.Secret;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The proofs in {@code customer.account_access}. */
final class AccessTable {
  private static final String ADD =
      """
      insert into customer.account_access (secret_hash, customer_id, kind, address, expires_at)
      values (?, ?, ?, ?, now() + ? * interval '1 second')
      """;

  private static final String FIND =
      """
      select customer_id, address
      from customer.account_access
      where secret_hash = ? and kind = ? and expires_at > now()
      """;

  private static final String USE =
      """
      delete from customer.account_access
      where secret_hash = ? and kind = ? and expires_at > now()
      returning customer_id, address
      """;

  private static final String FORGET =
      "delete from customer.account_access where customer_id = any(?)";

  private static final String KEPT =
      """
      select kind, address, created_at, expires_at
      from customer.account_access
      where customer_id = any(?)
      order by created_at
      """;

  private static final String PURGE =
      "delete from customer.account_access where expires_at < now()";

  private AccessTable() {}

  /** What a proof is good for. */
  enum Kind {
    /** From a mail: opens a session, once. */
    LINK,
    /** Of a browser. */
    SESSION,
    /** From a mail to a new address: makes it the customer's, once. */
    ADDRESS,
    /** From a mail: confirms that news are wanted, once. */
    NEWS;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Whom a proof is about.
   *
   * @param address the new one, if it is about one
   */
  record Access(UUID customerId, @Nullable String address) {
    @Override
    public String toString() {
      return "Access[" + customerId + "]";
    }
  }

  static void add(Connection connection, Secret secret, Kind kind, Access access, Duration time)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setBytes(1, secret.hash());
      statement.setObject(2, access.customerId());
      statement.setString(3, kind.key());
      statement.setString(4, access.address());
      statement.setLong(5, time.toSeconds());
      statement.executeUpdate();
    }
  }

  static Optional<Access> find(Connection connection, Secret secret, Kind kind)
      throws SQLException {
    return one(connection, FIND, secret, kind);
  }

  /** The same, after which it is good for nothing any more. */
  static Optional<Access> use(Connection connection, Secret secret, Kind kind) throws SQLException {
    return one(connection, USE, secret, kind);
  }

  private static Optional<Access> one(Connection connection, String sql, Secret secret, Kind kind)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, secret.hash());
      statement.setString(2, kind.key());
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new Access(row.getObject(1, UUID.class), row.getString(2)))
            : Optional.empty();
      }
    }
  }

  static int forget(Connection connection, List<UUID> customers) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
      statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
      return statement.executeUpdate();
    }
  }

  static int purge(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PURGE)) {
      return statement.executeUpdate();
    }
  }

  /** What is known of the proofs of somebody, without what they are proved by. */
  static List<PersonalData.Kept> kept(Connection connection, List<UUID> customers)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KEPT)) {
      statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
      return PersonalData.Kept.rows("account_access", statement);
    }
  }
}
