package com.ecom.signup.http;

import com.ecom.signup.audit.Action;
import com.ecom.signup.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody known asks for, by program or at the console: the audit trail keeps all of it. */
interface AuditedCall {
  /**
   * Records in the audit trail what is done, with the reason if one was given.
   *
   * @param connection in the transaction of what is done; let this be its last statement
   * @param subject the customer, or the other thing, that it is about
   * @param details ids, names of fields, counts; never what a field holds
   */
  void audit(
      Connection connection, Action action, @Nullable UUID subject, Map<String, String> details)
      throws SQLException;

  /**
   * Records what was done, if it was.
   *
   * @return whether it was
   */
  default boolean auditIf(
      boolean done,
      Connection connection,
      Action action,
      @Nullable UUID subject,
      Map<String, String> details)
      throws SQLException {
    if (done) {
      audit(connection, action, subject, details);
    }
    return done;
  }

  /** Records what is looked at or carried out elsewhere, in a transaction of its own. */
  default void audit(
      Database database, Action action, @Nullable UUID subject, Map<String, String> details) {
    database.inTransaction(
        connection -> {
          audit(connection, action, subject, details);
          return true;
        });
  }
}
