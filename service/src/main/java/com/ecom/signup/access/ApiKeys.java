package com.ecom.signup.access;

import com.ecom.signup.database.Database;
import com.ecom.signup.token.Secret;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keys for machines. A key is shown once, when it is made; what is kept is its hash, by which it is
 * found, so that no secret is ever compared bit by bit.
 */
@Singleton
public final class ApiKeys {
  /** So soon a revoked key is refused by every replica. */
  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  private static final int REMEMBERED_AT_MOST = 1000;

  private final Database database;
  private final RandomGenerator random;
  private final Cache<UUID, Optional<Caller>> remembered =
      Caffeine.newBuilder()
          .expireAfterWrite(REMEMBERED)
          .maximumSize(REMEMBERED_AT_MOST)
          .executor(Runnable::run)
          .build();

  ApiKeys(Database database, RandomGenerator random) {
    this.database = database;
    this.random = random;
  }

  /**
   * A key that has been made.
   *
   * @param text what the machine proves itself with; nobody can show it again
   */
  public record Made(ApiKey key, String text) {
    @Override
    public String toString() {
      return "Made[" + key.id() + "]";
    }
  }

  /** Makes one; it is good once the transaction is committed. */
  public Made make(
      Connection connection,
      String name,
      Set<Permission> permissions,
      Caller by,
      @Nullable Instant expiresAt)
      throws SQLException {
    Secret secret = Secret.random(random);
    ApiKey key =
        ApiKeyTable.add(connection, name, secret.hash(), permissions, by.subject(), expiresAt);
    return new Made(key, KeyText.of(secret));
  }

  /** All there are and were, the newest first, a thousand at most. */
  public List<ApiKey> list(Connection connection) throws SQLException {
    return ApiKeyTable.all(connection);
  }

  /**
   * Ends one, within seconds on every replica.
   *
   * @return false if there is none, or it was ended before
   */
  public boolean revoke(Connection connection, UUID id) throws SQLException {
    return ApiKeyTable.revoke(connection, id);
  }

  /** Whether a text has the form of a key, and so is nothing else. */
  static boolean isOne(String text) {
    return KeyText.read(text).isPresent();
  }

  /** Whose key it is; empty if it is none, or no longer good. May wait for the database. */
  Optional<Caller> find(String text) {
    Optional<Secret> secret = KeyText.read(text);
    return secret.isEmpty()
        ? Optional.empty()
        : remembered.get(secret.get().shortHash(), unknown -> find(secret.get()));
  }

  private Optional<Caller> find(Secret secret) {
    return database
        .with(
            connection -> {
              Optional<ApiKey> key = ApiKeyTable.good(connection, secret.hash());
              if (key.isPresent()) {
                ApiKeyTable.used(connection, key.get().id());
              }
              return key;
            })
        .map(key -> new Caller(key.id().toString(), Caller.Kind.API_KEY, key.permissions()));
  }
}
