package com.ecom.signup.database;

import com.ecom.signup.environment.Environment;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.AgroalSecurityProvider;
import io.agroal.api.security.NamePrincipal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The pool of connections. None is made before it is needed; each is made with the password as it
 * is then, by the thread that needs it, and what goes wrong is told that thread at once: whether it
 * is worth another try is not the pool's to say.
 */
@Singleton
final class Pool {
  private static final int MOST = 8;
  private static final Duration ACQUISITION = Duration.ofSeconds(2);
  private static final Duration VALIDATION = Duration.ofSeconds(10);

  /** Waits are in seconds. */
  private static final Map<String, String> OF_DRIVER =
      Map.of(
          "ApplicationName", "signup",
          "connectTimeout", "2",
          "loginTimeout", "3",
          "socketTimeout", "5",
          "tcpKeepAlive", "true",
          "prepareThreshold", "1");

  /**
   * The server ends what takes too long by itself, so that nothing is left behind when we have
   * given up; and it lets go of the locks of a replica whose host has vanished after some ten
   * seconds. Plans are generic: batches differ in size, and planning each anew costs more than the
   * plan could gain. Every statement has its index, so tables are not read from end to end while
   * they are small: the plan would be kept while they grow.
   */
  private static final String OF_SERVER =
      "-c statement_timeout=4s -c lock_timeout=3s -c idle_in_transaction_session_timeout=60s"
          + " -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3"
          + " -c tcp_user_timeout=15s"
          + " -c plan_cache_mode=force_generic_plan -c enable_seqscan=off";

  private final AgroalDataSource connections;
  private final Semaphore places = new Semaphore(MOST, true);
  private final Counter missed;

  Pool(Environment environment, DatabasePassword password, MeterRegistry meters)
      throws SQLException {
    connections =
        AgroalDataSource.from(
            new AgroalDataSourceConfigurationSupplier()
                .metricsEnabled(true)
                .connectionPoolConfiguration(pool -> bounded(pool, environment, password)));
    gauge(
        meters,
        "signup.database.connections.in.use",
        "connections that do something",
        connections.getMetrics()::activeCount);
    gauge(
        meters,
        "signup.database.connections.awaited",
        "work that waits for a connection",
        places::getQueueLength);
    missed =
        Counter.builder("signup.database.connections.missed")
            .description("times that no connection became free in time, or could be made")
            .register(meters);
  }

  private static void gauge(
      MeterRegistry meters, String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(meters);
  }

  private static AgroalConnectionPoolConfigurationSupplier bounded(
      AgroalConnectionPoolConfigurationSupplier pool,
      Environment environment,
      DatabasePassword password) {
    return pool.maxSize(MOST)
        .acquisitionTimeout(ACQUISITION)
        .establishmentRetryAttempts(0)
        .validationTimeout(VALIDATION)
        .connectionValidator(ConnectionValidator.defaultValidator())
        .connectionFactoryConfiguration(factory -> told(factory, environment, password));
  }

  private static AgroalConnectionFactoryConfigurationSupplier told(
      AgroalConnectionFactoryConfigurationSupplier factory,
      Environment environment,
      DatabasePassword password) {
    OF_DRIVER.forEach(factory::jdbcProperty);
    return factory
        .connectionProviderClassName("org.postgresql.Driver")
        .jdbcUrl(DatabaseUrl.of(environment))
        .principal(new NamePrincipal(environment.databaseUser()))
        .jdbcProperty("options", OF_SERVER)
        .credential(password)
        .addSecurityProvider(new CurrentPassword());
  }

  /** Asked by the pool for each new connection. */
  private static final class CurrentPassword implements AgroalSecurityProvider {
    private static final long serialVersionUID = 1;

    @Override
    public Properties getSecurityProperties(Object credential) {
      Properties properties = new Properties();
      if (credential instanceof DatabasePassword password) {
        properties.setProperty("password", password.current());
      }
      return properties;
    }
  }

  /** The right to one of the connections; whoever has it finds one free, or room to make one. */
  final class Place implements AutoCloseable {
    private Place() {}

    /**
     * A connection in autocommit mode, to be closed soon, before the place.
     *
     * @throws SQLException if one has to be made and cannot be
     */
    Connection take() throws SQLException {
      try {
        return connections.getConnection();
      } catch (SQLException e) {
        missed.increment();
        throw e;
      }
    }

    @Override
    public void close() {
      places.release();
    }
  }

  /**
   * Waits for a place.
   *
   * @throws SQLException if none becomes free in time
   */
  Place place() throws SQLException {
    try {
      if (places.tryAcquire(ACQUISITION.toNanos(), TimeUnit.NANOSECONDS)) {
        return new Place();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    missed.increment();
    throw new SQLTransientConnectionException("no connection became free");
  }

  /** Lets all connections go, those in use once they are closed. */
  void flush() {
    connections.flush(AgroalDataSource.FlushMode.GRACEFUL);
  }

  /**
   * Beans are destroyed in no order: who uses the database ends its work before, as {@link
   * io.quarkus.runtime.ShutdownEvent} says.
   */
  @PreDestroy
  void close() {
    connections.close();
  }
}
