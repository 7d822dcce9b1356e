package com.ecom.signup.database;

import com.ecom.signup.environment.Environment;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections for migrations alone: without the time limits of the pool, since adopting a large
 * table takes as long as it takes.
 */
@Singleton
final class MigrationConnections implements FlywayConfigurationCustomizer {
  private final String url;
  private final String user;
  private final DatabasePassword password;

  MigrationConnections(Environment environment, DatabasePassword password) {
    this.url = DatabaseUrl.of(environment);
    this.user = environment.databaseUser();
    this.password = password;
  }

  @Override
  public void customize(FluentConfiguration configuration) {
    configuration.dataSource(new WithCurrentPassword());
  }

  private final class WithCurrentPassword extends PGSimpleDataSource {
    private static final long serialVersionUID = 1;

    private WithCurrentPassword() {
      setURL(url);
      setUser(user);
      setApplicationName("signup-migration");
    }

    @Override
    public Connection getConnection() throws SQLException {
      try {
        return getConnection(user, password.current());
      } catch (SQLException e) {
        if (Failures.wrongPassword(e)) {
          password.refused();
        }
        throw e;
      }
    }
  }
}
