package com.ecom.signup.database;

import com.ecom.signup.environment.Environment;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The numbered migrations in {@code db/migration}, run by Flyway, which takes turns when several
 * replicas start together.
 *
 * <p>Loading Flyway costs more than the whole rest of a start, and nearly every start finds nothing
 * to do; so its table is asked first.
 */
@Singleton
final class Migrations {
  /** The version that this release needs: the newest one. */
  static final String NEWEST = "22";

  private static final String SCHEMA = "customer";

  /** A lock held by an open transaction is one that {@code create index concurrently} waits for. */
  static final Map<String, String> LOCK_OF_SESSION =
      Map.of("flyway.postgresql.transactional.lock", "false");

  private static final String HAS_TABLE =
      "select to_regclass('customer.flyway_schema_history') is not null";
  private static final String HAS_VERSION =
      "select exists (select from customer.flyway_schema_history where version = ? and success)";

  private final String url;
  private final String user;
  private final DatabasePassword password;

  Migrations(Environment environment, DatabasePassword password) {
    this.url = DatabaseUrl.of(environment);
    this.user = environment.databaseUser();
    this.password = password;
  }

  /** Whether the newest migration, and so each one before it, has run here. */
  static boolean areApplied(Connection connection) throws SQLException {
    return holds(connection, HAS_TABLE) && holds(connection, HAS_VERSION, NEWEST);
  }

  private static boolean holds(Connection connection, String question, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /**
   * Runs those that have not run.
   *
   * @throws org.flywaydb.core.api.FlywayException if one cannot be run
   */
  void apply() {
    Flyway.configure()
        .dataSource(new WithoutTimeLimits())
        .schemas(SCHEMA)
        .createSchemas(true)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .locations("classpath:db/migration")
        .configuration(LOCK_OF_SESSION)
        .load()
        .migrate();
  }

  /** Connections outside of the pool: adopting a large table takes as long as it takes. */
  private final class WithoutTimeLimits extends PGSimpleDataSource {
    private static final long serialVersionUID = 1;

    private WithoutTimeLimits() {
      setURL(url);
      setUser(user);
      setApplicationName("signup-migration");
    }

    @Override
    public Connection getConnection() throws SQLException {
      int readings = password.readings();
      try {
        return getConnection(user, password.current());
      } catch (SQLException e) {
        if (Failures.wrongPassword(e)) {
          password.refused(readings);
        }
        throw e;
      }
    }
  }
}
