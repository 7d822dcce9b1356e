package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.confirmation.PendingRegistrations;
import com.ecom.signup.problem.Problem;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Registrations that wait for somebody to confirm the address, for operators. */
@Singleton
final class PendingRoutes implements RouteSource {
  private static final String PATH = "/v1/pending-registrations";

  private final Operators operators;
  private final PendingActs pending;

  PendingRoutes(Operators operators, PendingActs pending) {
    this.operators = operators;
    this.pending = pending;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(
        HttpMethod.POST,
        PATH + "/search",
        new OperatorRoute(operators, Permission.CUSTOMERS_READ, this::search));
    table.on(
        HttpMethod.POST,
        PATH + "/{id}/resend",
        new OperatorRoute(operators, Permission.CUSTOMERS_WRITE, this::resend));
  }

  private Reply search(OperatorCall call) {
    String email = call.body().text("email");
    call.allow(Set.of()).reason();
    List<PendingRegistrations.Entry> found =
        Optional.ofNullable(email)
            .flatMap(address -> pending.of(call, address))
            .orElseThrow(
                () ->
                    new Refusal(
                        List.of(
                            Invalid.member(
                                "email", "not-readable", Wording.of("invalid_address")))));
    return Reply.ok(json -> Json.list(json, "registrations", found, PendingRoutes::write));
  }

  private static void write(JsonGenerator json, PendingRegistrations.Entry entry)
      throws IOException {
    json.writeStringField("id", entry.id().toString());
    json.writeStringField("first_name", entry.firstName());
    json.writeStringField("last_name", entry.lastName());
    json.writeStringField("email", entry.email());
    Json.time(json, "received_at", entry.at());
    json.writeBooleanField("quarantined", entry.quarantined());
    json.writeBooleanField("open", entry.open());
  }

  private Reply resend(OperatorCall call) {
    call.allow(Set.of());
    UUID id = call.id("id", Problem.REGISTRATION_UNKNOWN);
    pending.sendAgain(call, id);
    return Reply.ok(json -> json.writeStringField("id", id.toString()));
  }
}
