package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.confirmation.Quarantine;
import com.ecom.signup.problem.Problem;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Registrations that look like abuse, for operators to decide on. */
@Singleton
final class QuarantineRoutes implements RouteSource {
  private final Operators operators;
  private final QuarantineActs quarantine;

  QuarantineRoutes(Operators operators, QuarantineActs quarantine) {
    this.operators = operators;
    this.quarantine = quarantine;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(
        HttpMethod.GET,
        "/v1/quarantine",
        new OperatorRoute(operators, Permission.QUARANTINE_READ, this::list));
    on(table, "release", quarantine::release);
    on(table, "drop", quarantine::drop);
  }

  private void on(RouteTable table, String verb, BiConsumer<OperatorCall, UUID> decision) {
    table.on(
        HttpMethod.POST,
        "/v1/quarantine/{id}/" + verb,
        new OperatorRoute(operators, Permission.QUARANTINE_WRITE, call -> decide(call, decision)));
  }

  private Reply list(OperatorCall call) {
    call.allow(Set.of("limit")).reason();
    int limit = call.limit();
    List<Quarantine.Entry> entries = quarantine.list(call, limit);
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

  private static Reply decide(OperatorCall call, BiConsumer<OperatorCall, UUID> decision) {
    call.allow(Set.of());
    UUID id = call.id("id", Problem.REGISTRATION_UNKNOWN);
    decision.accept(call, id);
    return Reply.ok(json -> json.writeStringField("id", id.toString()));
  }
}
