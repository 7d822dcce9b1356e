package com.ecom.signup.database;

import java.sql.Connection;
import java.sql.SQLException;

/** A step that completes the schema in Java after each migration; safe to repeat. */
public interface AfterMigration {
  /** Runs in autocommit mode; returns anything, commonly how many rows it touched. */
  Object run(Connection connection) throws SQLException;
}
