package com.ecom.signup.database;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * Puts the schema in place when the service starts, and opens the {@link Database} once it is.
 *
 * <p>Runs beside the start, so that a database that is away only keeps the service from being
 * ready: it is waited for. A migration that the database refuses ends the service with one line,
 * since no waiting mends it. Replicas that start together take turns by Flyway's lock.
 */
@Singleton
final class Schema {
  private static final Logger LOG = Logger.getLogger(Schema.class);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Instance<Flyway> flyway;
  private final Instance<AfterMigration> steps;
  private final Instance<OnceOpen> waiting;
  private final Database database;

  Schema(
      Instance<Flyway> flyway,
      Instance<AfterMigration> steps,
      Instance<OnceOpen> waiting,
      Database database) {
    this.flyway = flyway;
    this.steps = steps;
    this.waiting = waiting;
    this.database = database;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().daemon().name("schema").start(this::untilOpen);
  }

  private void untilOpen() {
    boolean waited = false;
    while (!opens(waited)) {
      waited = true;
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    if (database.isOpen()) {
      waiting.forEach(OnceOpen::databaseOpened);
    }
  }

  private boolean opens(boolean waited) {
    try {
      flyway.get().migrate();
      steps.forEach(step -> database.beforeOpening(step::run));
      database.opened();
      return true;
    } catch (RuntimeException e) {
      return passes(e, waited);
    }
  }

  private static boolean passes(RuntimeException failure, boolean waited) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case DatabaseUnavailableException unavailable -> {
          return goOnWaiting(waited, unavailable.reason());
        }
        case RefusedByDatabaseException refused -> {
          return giveUp("SQLSTATE " + refused.sqlState());
        }
        case SQLException sql -> {
          return Failures.passes(sql)
              ? goOnWaiting(waited, "SQLSTATE " + sql.getSQLState())
              : giveUp("SQLSTATE " + sql.getSQLState() + ": " + firstLine(sql));
        }
        default -> {}
      }
    }
    return giveUp(
        failure instanceof FlywayException ? firstLine(failure) : failure.getClass().getName());
  }

  /** Messages of Flyway and of data definition carry names of tables, never values of rows. */
  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static boolean goOnWaiting(boolean waited, String reason) {
    if (!waited) {
      LOG.warnf("Waiting for the database (%s)", reason);
    }
    return false;
  }

  private static boolean giveUp(String reason) {
    LOG.errorf("The schema cannot be put in place: %s", reason);
    Quarkus.asyncExit(1);
    return true;
  }
}
