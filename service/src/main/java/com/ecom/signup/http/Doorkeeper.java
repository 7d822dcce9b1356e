package com.ecom.signup.http;

import com.ecom.signup.access.Caller;
import com.ecom.signup.access.Sessions;
import com.ecom.signup.audit.Action;
import com.ecom.signup.audit.AuditTrail;
import com.ecom.signup.database.Database;
import com.ecom.signup.token.Secret;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Opens and ends sessions, each with its entry in the audit trail. */
@Singleton
final class Doorkeeper {
  private final Operators operators;
  private final People people;
  private final Sessions sessions;
  private final Database database;

  Doorkeeper(Operators operators, People people, Sessions sessions, Database database) {
    this.operators = operators;
    this.people = people;
    this.sessions = sessions;
    this.database = database;
  }

  /** Whether a client tries passwords as nobody would who knows one. */
  boolean isTriedTooOften(HttpServerRequest request) {
    return people.asksTooMuch(request);
  }

  /** Counts a stranger. */
  void refuse() {
    operators.refuse();
  }

  Secret open(HttpServerRequest request, Caller caller) {
    return database.inTransaction(
        connection -> {
          Secret secret = sessions.open(connection, caller);
          record(connection, request, caller, Action.SIGNED_IN);
          return secret;
        });
  }

  void end(HttpServerRequest request, Secret session) {
    Optional<Caller> caller = sessions.find(session);
    database.inTransaction(
        connection -> {
          sessions.end(connection, session);
          if (caller.isPresent()) {
            record(connection, request, caller.get(), Action.SIGNED_OUT);
          }
          return true;
        });
  }

  void record(HttpServerRequest request, Caller caller, Action action) {
    database.inTransaction(
        connection -> {
          record(connection, request, caller, action);
          return true;
        });
  }

  private void record(
      Connection connection, HttpServerRequest request, Caller caller, Action action)
      throws SQLException {
    AuditTrail.record(connection, operators.actor(caller, request), action, null, null, Map.of());
  }
}
