package com.ecom.signup.database;

/**
 * The database cannot answer just now: it is away, restarting, full, too slow, or not yet migrated.
 * The same work may succeed later; nothing is wrong with the work itself.
 */
public final class DatabaseUnavailableException extends RuntimeException {
  private final String reason;

  /**
   * @param reason a SQLSTATE or a few words, safe to log
   */
  public DatabaseUnavailableException(String reason, Throwable cause) {
    super("the database is unavailable: " + reason, cause);
    this.reason = reason;
  }

  DatabaseUnavailableException(String reason) {
    super("the database is unavailable: " + reason);
    this.reason = reason;
  }

  /** A SQLSTATE or a few words; never a value of a row. */
  public String reason() {
    return reason;
  }
}
