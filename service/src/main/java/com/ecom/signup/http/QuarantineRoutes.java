package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.audit.Action;
import com.ecom.signup.confirmation.Quarantine;
import com.ecom.signup.database.Database;
import com.ecom.signup.problem.Problem;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;

/** Registrations that look like abuse, for operators to decide on. */
@Singleton
final class QuarantineRoutes implements RouteSource {
  private final Operators operators;
  private final Database database;
  private final Quarantine quarantine;

  QuarantineRoutes(Operators operators, Database database, Quarantine quarantine) {
    this.operators = operators;
    this.database = database;
    this.quarantine = quarantine;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(
        HttpMethod.GET,
        "/v1/quarantine",
        new OperatorRoute(operators, Permission.QUARANTINE_READ, this::list));
    on(table, "release", Action.QUARANTINE_RELEASED, quarantine::release);
    on(table, "drop", Action.QUARANTINE_DROPPED, quarantine::drop);
  }

  private void on(
      RouteTable table, String verb, Action action, BiPredicate<UUID, Database.Work<?>> decision) {
    table.on(
        HttpMethod.POST,
        "/v1/quarantine/{id}/" + verb,
        new OperatorRoute(
            operators, Permission.QUARANTINE_WRITE, call -> decide(call, action, decision)));
  }

  private Reply list(OperatorCall call) {
    call.allow(Set.of("limit")).reason();
    int limit = call.limit();
    List<Quarantine.Entry> entries =
        database.inTransaction(
            connection -> {
              List<Quarantine.Entry> found = quarantine.list(connection, limit);
              call.audit(
                  connection,
                  Action.QUARANTINE_SHOWN,
                  null,
                  Map.of("count", String.valueOf(found.size())));
              return found;
            });
    return Reply.ok(
        json ->
            Json.list(
                json,
                "registrations",
                entries,
                (to, entry) -> {
                  to.writeStringField("id", entry.id().toString());
                  to.writeStringField("first_name", entry.firstName());
                  to.writeStringField("last_name", entry.lastName());
                  to.writeStringField("email", entry.email());
                  Json.time(to, "received_at", entry.at());
                }));
  }

  private static Reply decide(
      OperatorCall call, Action action, BiPredicate<UUID, Database.Work<?>> decision) {
    call.allow(Set.of());
    UUID id = call.id("id", Problem.REGISTRATION_UNKNOWN);
    Database.Work<?> record =
        connection -> {
          call.audit(connection, action, id, Map.of());
          return true;
        };
    if (!decision.test(id, record)) {
      throw new Refusal(Problem.REGISTRATION_UNKNOWN);
    }
    return Reply.ok(json -> json.writeStringField("id", id.toString()));
  }
}
