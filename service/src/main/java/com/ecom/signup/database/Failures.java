package com.ecom.signup.database;

import java.sql.SQLException;
import java.util.Set;

/**
 * Which failures pass by themselves and which do not, by PostgreSQL's error codes (PostgreSQL
 * documentation, appendix A).
 */
final class Failures {
  private static final Set<String> PASSING_CLASSES =
      Set.of(
          "08", // connection
          "40", // serialisation, deadlock
          "53", // resources: connections, disk, memory
          "57", // operator: shutdown, restart, statement timeout
          "58"); // the server's own input and output
  private static final Set<String> PASSING_CODES =
      Set.of(
          "25006", // read-only: still connected to what was the primary
          "28000", // no such role or no such entry, while the database is being set up
          "28P01", // password: the secret has been rotated
          "3D000", // no such database, while it is being set up
          "55P03", // lock not available
          "55006", // object in use
          "XX000"); // internal, as of a proxy that lost its server

  private Failures() {}

  static boolean passes(SQLException failure) {
    String state = failure.getSQLState();
    return state == null // the pool's own: no connection became free in time
        || PASSING_CODES.contains(state)
        || (state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2)));
  }

  static boolean wrongPassword(SQLException failure) {
    String state = failure.getSQLState();
    return "28P01".equals(state) || "28000".equals(state);
  }

  static RuntimeException of(SQLException failure) {
    String state = failure.getSQLState();
    if (passes(failure)) {
      return new DatabaseUnavailableException(
          state == null ? "no connection became free" : "SQLSTATE " + state, failure);
    }
    return new RefusedByDatabaseException(state, failure);
  }
}
