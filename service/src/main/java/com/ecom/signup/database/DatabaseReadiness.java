package com.ecom.signup.database;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the schema is in place and the database answers. */
@Readiness
@Singleton
final class DatabaseReadiness implements HealthCheck {
  private final Database database;

  DatabaseReadiness(Database database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(answers()).build();
  }

  private boolean answers() {
    try {
      return database.with(
          connection -> {
            try (var statement = connection.createStatement()) {
              return statement.execute("select 1");
            }
          });
    } catch (DatabaseUnavailableException | RefusedByDatabaseException e) {
      return false;
    }
  }
}
