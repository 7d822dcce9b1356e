package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.erasure.Receipt;
import com.ecom.signup.problem.Problem;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Erases people, for operators, and shows the receipts. */
@Singleton
final class ErasureRoutes implements RouteSource {
  private final Operators operators;
  private final ErasureActs erasures;

  ErasureRoutes(Operators operators, ErasureActs erasures) {
    this.operators = operators;
    this.erasures = erasures;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(
        HttpMethod.POST,
        "/v1/customers/{id}/erase",
        new OperatorRoute(operators, Permission.CUSTOMERS_ERASE, this::erase));
    table.on(
        HttpMethod.GET,
        "/v1/erasures/{id}",
        new OperatorRoute(operators, Permission.CUSTOMERS_READ, this::show));
  }

  private Reply erase(OperatorCall call) {
    UUID id = call.id("id", Problem.CUSTOMER_UNKNOWN);
    call.allow(Set.of("dry_run"));
    boolean dry = call.isDryRun();
    Receipt receipt = erasures.erase(call, id, dry);
    return Reply.ok(json -> write(json, receipt, dry));
  }

  private Reply show(OperatorCall call) {
    call.allow(Set.of());
    UUID id = call.id("id", Problem.ERASURE_UNKNOWN);
    Receipt receipt = erasures.receipt(id);
    return Reply.ok(json -> write(json, receipt, false));
  }

  /** What is tried alone has neither receipt nor event. */
  private static void write(JsonGenerator json, Receipt receipt, boolean dry) throws IOException {
    json.writeBooleanField("dry_run", dry);
    if (!dry) {
      json.writeStringField("id", receipt.id().toString());
      Json.time(json, "erased_at", receipt.at());
      json.writeStringField("event_id", receipt.event().toString());
    }
    json.writeStringField("customer_id", receipt.event().customerId().toString());
    json.writeArrayFieldStart("customer_ids");
    for (UUID customer : receipt.customers()) {
      json.writeString(customer.toString());
    }
    json.writeEndArray();
    json.writeObjectFieldStart("removed");
    for (Map.Entry<String, Integer> kind : receipt.removed().entrySet()) {
      json.writeNumberField(kind.getKey(), kind.getValue());
    }
    json.writeEndObject();
  }
}
