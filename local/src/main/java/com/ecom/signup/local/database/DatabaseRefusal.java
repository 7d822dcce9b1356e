package com.ecom.signup.local.database;

/** PostgreSQL can't be started on a folder; the message is one line that says what to do. */
public final class DatabaseRefusal extends RuntimeException {

  DatabaseRefusal(String message) {
    super(message);
  }

  DatabaseRefusal(String message, Throwable cause) {
    super(message, cause);
  }
}
