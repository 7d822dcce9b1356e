package com.ecom.signup.database;

import io.quarkus.arc.Unremovable;
import io.quarkus.credentials.CredentialsProvider;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;

/** Hands each new connection of the pool the password as it is now. */
@Singleton
@Unremovable
@Named(PasswordOfConnections.NAME)
final class PasswordOfConnections implements CredentialsProvider {
  static final String NAME = "database-password";

  private final DatabasePassword password;

  PasswordOfConnections(DatabasePassword password) {
    this.password = password;
  }

  @Override
  public Map<String, String> getCredentials(String credentialsProviderName) {
    return Map.of(PASSWORD_PROPERTY_NAME, password.current());
  }
}
