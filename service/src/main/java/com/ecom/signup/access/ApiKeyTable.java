package com.ecom.signup.access;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys in {@code customer.api_key}. */
final class ApiKeyTable {
  private static final String COLUMNS =
      "id, name, scopes, created_by, created_at, expires_at, last_used_at, revoked_at";

  private static final String ADD =
      """
      insert into customer.api_key (name, secret_hash, scopes, created_by, expires_at)
      values (?, ?, ?, ?, ?)
      returning
      """
          + COLUMNS;

  private static final String ALL =
      "select " + COLUMNS + " from customer.api_key order by created_at desc, id limit 1000";

  private static final String GOOD =
      "select "
          + COLUMNS
          + """
           from customer.api_key
          where secret_hash = ? and revoked_at is null and (expires_at is null or expires_at > now())
          """;

  private static final String USED =
      """
      update customer.api_key
      set last_used_at = date_trunc('hour', now())
      where id = ? and (last_used_at is null or last_used_at < date_trunc('hour', now()))
      """;

  private static final String REVOKE =
      "update customer.api_key set revoked_at = now() where id = ? and revoked_at is null";

  private ApiKeyTable() {}

  static ApiKey add(
      Connection connection,
      String name,
      byte[] hash,
      Set<Permission> permissions,
      String createdBy,
      @Nullable Instant expiresAt)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setString(1, name);
      statement.setBytes(2, hash);
      statement.setArray(3, scopes(connection, permissions));
      statement.setString(4, createdBy);
      statement.setObject(5, expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return key(row);
      }
    }
  }

  static List<ApiKey> all(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ALL);
        ResultSet rows = statement.executeQuery()) {
      List<ApiKey> keys = new ArrayList<>();
      while (rows.next()) {
        keys.add(key(rows));
      }
      return keys;
    }
  }

  static Optional<ApiKey> good(Connection connection, byte[] hash) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(GOOD)) {
      statement.setBytes(1, hash);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(key(row)) : Optional.empty();
      }
    }
  }

  static void used(Connection connection, UUID id) throws SQLException {
    update(connection, USED, id);
  }

  static boolean revoke(Connection connection, UUID id) throws SQLException {
    return update(connection, REVOKE, id);
  }

  private static boolean update(Connection connection, String sql, UUID id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, id);
      return statement.executeUpdate() > 0;
    }
  }

  static Array scopes(Connection connection, Collection<Permission> permissions)
      throws SQLException {
    return connection.createArrayOf("text", permissions.stream().map(Permission::scope).toArray());
  }

  /** A scope that this release does not know gives nothing. */
  static Set<Permission> permissions(Array scopes) throws SQLException {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    Arrays.stream((String[]) scopes.getArray())
        .flatMap(scope -> Permission.of(scope).stream())
        .forEach(permissions::add);
    return permissions;
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getObject("id", UUID.class),
        row.getString("name"),
        permissions(row.getArray("scopes")),
        row.getString("created_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        time(row, "expires_at"),
        time(row, "last_used_at"),
        time(row, "revoked_at"));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
