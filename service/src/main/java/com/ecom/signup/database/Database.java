package com.ecom.signup.database;

import com.ecom.signup.trace.Span;
import com.ecom.signup.trace.Traces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * The way to PostgreSQL: every statement of the service goes through {@link #with} or {@link
 * #inTransaction}.
 *
 * <p>Every wait is bounded: for a free connection and for a new one by the pool, for an answer by
 * the statement timeout on the server and the socket timeout here. Whatever goes wrong comes out as
 * one of two exceptions: {@link DatabaseUnavailableException}, which passes, or {@link
 * RefusedByDatabaseException}, which does not.
 *
 * <p>A password that the server refuses is read anew and the connection tried once more, so that a
 * rotated secret costs no request.
 */
@Singleton
public final class Database {
  private final Pool pool;
  private final DatabasePassword password;
  private volatile boolean open;

  Database(Pool pool, DatabasePassword password) {
    this.pool = pool;
    this.password = password;
  }

  /** Work on a connection in autocommit mode: each statement commits by itself. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Says that the schema is in place, until which all work is turned away. */
  void opened() {
    open = true;
  }

  /** Whether the schema is in place. */
  public boolean isOpen() {
    return open;
  }

  /**
   * Does work whose every statement commits by itself.
   *
   * @throws DatabaseUnavailableException if it may be tried again
   * @throws RefusedByDatabaseException if the database refused the work itself
   */
  public <T> T with(Work<T> work) {
    if (!open) {
      throw new DatabaseUnavailableException("the schema is not in place yet");
    }
    return beforeOpening(work);
  }

  /**
   * Does work in one transaction: committed when it returns, rolled back when it throws. The pool
   * puts the connection back into autocommit mode.
   *
   * @throws DatabaseUnavailableException if it may be tried again
   * @throws RefusedByDatabaseException if the database refused the work itself
   */
  public <T> T inTransaction(Work<T> work) {
    return with(
        connection -> {
          connection.setAutoCommit(false);
          try {
            T result = work.on(connection);
            connection.commit();
            return result;
          } catch (SQLException | RuntimeException | Error e) {
            rollback(connection, e);
            throw e;
          }
        });
  }

  /**
   * Does the same and takes all of it back, so that what would happen can be told without a second
   * account of it.
   *
   * @throws DatabaseUnavailableException if it may be tried again
   * @throws RefusedByDatabaseException if the database refused the work itself
   */
  public <T> T rehearse(Work<T> work) {
    return with(
        connection -> {
          connection.setAutoCommit(false);
          try {
            return work.on(connection);
          } finally {
            connection.rollback();
          }
        });
  }

  /** As {@link #with}, for those who put the schema in place. */
  <T> T beforeOpening(Work<T> work) {
    try (Span span = Traces.call("postgresql")) {
      return beforeOpening(work, span);
    }
  }

  private <T> T beforeOpening(Work<T> work, Span span) {
    try (Pool.Place place = pool.place();
        Connection connection = connect(place)) {
      return work.on(connection);
    } catch (SQLException e) {
      span.failed(Objects.requireNonNullElse(e.getSQLState(), "unknown"));
      if (lostConnection(e)) {
        pool.flush();
      }
      throw Failures.of(e);
    }
  }

  private Connection connect(Pool.Place place) throws SQLException {
    int readings = password.readings();
    try {
      return place.take();
    } catch (SQLException e) {
      if (!Failures.wrongPassword(e)) {
        throw e;
      }
      password.refused(readings);
      return place.take();
    }
  }

  /** The other connections of the pool have most likely gone with this one. */
  private static boolean lostConnection(SQLException e) {
    String state = e.getSQLState();
    return state != null
        && (state.startsWith("08") || state.startsWith("57P") || state.equals("25006"));
  }

  private static void rollback(Connection connection, Throwable reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }
}
