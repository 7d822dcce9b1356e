package com.ecom.signup.token;

import com.ecom.signup.database.Database;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The key that all replicas sign with, in {@code customer.signing_key}. It keeps what is signed
 * from those outside; who reads the database reads what it protects anyway.
 */
@Singleton
public final class SigningKey {
  private static final int BYTES = 32;

  private static final String MAKE =
      "insert into customer.signing_key (key) values (?) on conflict do nothing";
  private static final String READ = "select key from customer.signing_key";

  private final Database database;
  private final RandomGenerator random;
  private volatile byte @Nullable [] known;

  SigningKey(Database database, RandomGenerator random) {
    this.database = database;
    this.random = random;
  }

  /**
   * The key; the first time, it is read from the database.
   *
   * @throws com.ecom.signup.database.DatabaseUnavailableException if it cannot be read yet
   */
  public byte[] bytes() {
    byte[] key = known;
    if (key == null) {
      key = database.with(this::read);
      known = key;
    }
    return key.clone();
  }

  private byte[] read(Connection connection) throws SQLException {
    byte[] fresh = new byte[BYTES];
    random.nextBytes(fresh);
    try (PreparedStatement make = connection.prepareStatement(MAKE);
        PreparedStatement read = connection.prepareStatement(READ)) {
      make.setBytes(1, fresh);
      make.executeUpdate();
      try (ResultSet row = read.executeQuery()) {
        row.next();
        return row.getBytes(1);
      }
    }
  }

  /** A keyed hash of a text that is too short to be hashed without. */
  public byte[] hash(String purpose, String text) {
    return Hashes.keyed(bytes(), (purpose + '\n' + text).getBytes(StandardCharsets.UTF_8));
  }

  /** 128 bits of the same. */
  public UUID shortHash(String purpose, String text) {
    return Hashes.shortened(hash(purpose, text));
  }
}
