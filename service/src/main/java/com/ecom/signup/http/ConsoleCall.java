package com.ecom.signup.http;

import com.ecom.signup.access.Caller;
import com.ecom.signup.audit.Action;
import com.ecom.signup.audit.Actor;
import com.ecom.signup.audit.AuditTrail;
import io.vertx.ext.web.RoutingContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for at the console.
 *
 * @param fields of the form; none where a page is only looked at
 */
record ConsoleCall(RoutingContext context, FormFields fields, Caller caller, Actor actor) {
  /**
   * Records in the audit trail what is done.
   *
   * @param connection in the transaction of what is done; let this be its last statement
   * @param reason {@link com.ecom.signup.audit.Reason} reads it
   * @param details ids, names of fields, counts; never what a field holds
   */
  void audit(
      Connection connection,
      Action action,
      @Nullable UUID subject,
      @Nullable String reason,
      Map<String, String> details)
      throws SQLException {
    AuditTrail.record(connection, actor, action, subject, reason, details);
  }
}
