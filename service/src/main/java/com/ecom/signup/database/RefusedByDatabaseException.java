package com.ecom.signup.database;

import java.sql.SQLException;

/** The database refused the work itself, so that trying the same again is of no use. */
public final class RefusedByDatabaseException extends RuntimeException {
  private final String sqlState;

  RefusedByDatabaseException(String sqlState, SQLException cause) {
    super("the database refused with SQLSTATE " + sqlState, cause);
    this.sqlState = sqlState;
  }

  /** The five characters of PostgreSQL's error code. */
  public String sqlState() {
    return sqlState;
  }
}
