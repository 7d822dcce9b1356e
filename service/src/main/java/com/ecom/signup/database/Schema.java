package com.ecom.signup.database;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * Puts the schema in place, and opens the {@link Database} once it is.
 *
 * <p>When the service starts, this runs beside the start, so that a database that is away only
 * keeps the service from being ready: it is waited for. A migration that the database refuses ends
 * the service with one line, since no waiting mends it.
 */
@Singleton
public final class Schema {
  private static final Logger LOG = Logger.getLogger(Schema.class);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Migrations migrations;
  private final Instance<AfterMigration> steps;
  private final Instance<OnceOpen> waiting;
  private final Database database;

  Schema(
      Migrations migrations,
      Instance<AfterMigration> steps,
      Instance<OnceOpen> waiting,
      Database database) {
    this.migrations = migrations;
    this.steps = steps;
    this.waiting = waiting;
    this.database = database;
  }

  /**
   * Opens the database as soon as that is possible, and lets those begin who wait for it.
   *
   * @param refused what to do if no waiting mends it
   */
  public void openBeside(Runnable refused) {
    Thread.ofPlatform()
        .daemon()
        .name("schema")
        .start(
            () -> {
              if (putInPlace(Duration.ofNanos(Long.MAX_VALUE))) {
                waiting.forEach(OnceOpen::databaseOpened);
              } else {
                refused.run();
              }
            });
  }

  /**
   * Opens the database if the schema is in place, and changes nothing.
   *
   * @return whether it is
   */
  public boolean openAsItIs() {
    boolean applied = database.beforeOpening(Migrations::areApplied);
    if (applied) {
      database.opened();
    }
    return applied;
  }

  /**
   * Puts the schema in place and does nothing else.
   *
   * @param patience the longest wait for a database that is away
   * @return whether it is in place; if not, the log says why
   */
  public boolean putInPlace(Duration patience) {
    long start = System.nanoTime();
    boolean waited = false;
    while (true) {
      try {
        attempt();
        return true;
      } catch (RuntimeException e) {
        Obstacle obstacle = obstacle(e);
        if (!obstacle.passes() || System.nanoTime() - start >= patience.toNanos()) {
          LOG.errorf("The schema cannot be put in place: %s", obstacle.reason());
          return false;
        }
        if (!waited) {
          LOG.warnf("Waiting for the database (%s)", obstacle.reason());
          waited = true;
        }
      }
      if (!pause()) {
        return false;
      }
    }
  }

  private void attempt() {
    if (!isApplied()) {
      migrations.apply();
    }
    steps.forEach(step -> database.beforeOpening(step::run));
    database.opened();
  }

  /** Where the question itself is refused, the migrations say why, in words. */
  private boolean isApplied() {
    try {
      return database.beforeOpening(Migrations::areApplied);
    } catch (RefusedByDatabaseException e) {
      return false;
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What stands in the way. */
  private record Obstacle(boolean passes, String reason) {}

  private static Obstacle obstacle(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case DatabaseUnavailableException unavailable -> {
          return new Obstacle(true, unavailable.reason());
        }
        case RefusedByDatabaseException refused -> {
          return new Obstacle(false, "SQLSTATE " + refused.sqlState());
        }
        case SQLException sql -> {
          boolean passes = Failures.passes(sql);
          String state = "SQLSTATE " + sql.getSQLState();
          return new Obstacle(passes, passes ? state : state + ": " + firstLine(sql));
        }
        default -> {}
      }
    }
    return new Obstacle(
        false,
        failure instanceof FlywayException ? firstLine(failure) : failure.getClass().getName());
  }

  /** Messages of Flyway and of data definition carry names of tables, never values of rows. */
  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
