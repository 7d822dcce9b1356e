package com.ecom.signup.access;

import com.ecom.signup.chore.Chore;
import com.ecom.signup.database.Database;
import com.ecom.signup.environment.Environment;
import com.ecom.signup.environment.Token;
import com.ecom.signup.token.Hashes;
import com.ecom.signup.token.Secret;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of people at the console: eight hours at most, and half an hour after the last that
 * was done. What somebody may do is fixed when they sign in. Those that the operator's token opened
 * end with it: another token makes other hashes of their secrets.
 */
@Singleton
public final class Sessions implements Chore {
  /** How long one lasts at most. */
  public static final Duration LIFE = Duration.ofHours(8);

  private static final Duration IDLE = Duration.ofMinutes(30);

  private final Database database;
  private final RandomGenerator random;
  private final Optional<Token> operatorToken;

  Sessions(Database database, RandomGenerator random, Environment environment) {
    this.database = database;
    this.random = random;
    this.operatorToken = environment.operatorToken();
  }

  /** Opens one; the secret goes into a cookie. */
  public Secret open(Connection connection, Caller caller) throws SQLException {
    Secret secret = Secret.random(random);
    SessionTable.add(connection, hash(secret, caller.kind()), caller, LIFE);
    return secret;
  }

  /** Whose it is; empty if it is over, or there is none. */
  public Optional<Caller> find(@Nullable Secret secret) {
    return find(secret, true);
  }

  /** The same for what a page asks for by itself, by which nobody does anything. */
  public Optional<Caller> watch(@Nullable Secret secret) {
    return find(secret, false);
  }

  private Optional<Caller> find(@Nullable Secret secret, boolean used) {
    if (secret == null) {
      return Optional.empty();
    }
    byte[][] hashes = hashes(secret);
    return database.with(
        connection -> {
          Optional<Caller> caller = SessionTable.find(connection, hashes, IDLE);
          if (used && caller.isPresent()) {
            SessionTable.used(connection, hashes);
          }
          return caller;
        });
  }

  /** Ends one. */
  public void end(Connection connection, Secret secret) throws SQLException {
    SessionTable.end(connection, hashes(secret));
  }

  private byte[] hash(Secret secret, Caller.Kind kind) {
    return kind == Caller.Kind.OPERATOR_TOKEN
        ? bound(operatorToken.orElseThrow(), secret)
        : secret.hash();
  }

  /** All that may be stored of it. */
  private byte[][] hashes(Secret secret) {
    return Stream.concat(
            Stream.of(secret.hash()), operatorToken.stream().map(token -> bound(token, secret)))
        .toArray(byte[][]::new);
  }

  private static byte[] bound(Token token, Secret secret) {
    return Hashes.keyed(token.key(), secret.hash());
  }

  @Override
  public Duration pause() {
    return Duration.ofMinutes(10);
  }

  /** Forgets those that are over. */
  @Override
  public void run() {
    database.with(connection -> SessionTable.forget(connection, IDLE));
  }
}
