package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.audit.Action;
import com.ecom.signup.database.Database;
import com.ecom.signup.erasure.Erasures;
import com.ecom.signup.erasure.Receipt;
import com.ecom.signup.erasure.Receipts;
import com.ecom.signup.event.Relay;
import com.ecom.signup.problem.Problem;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Erases people, for operators, and shows the receipts. */
@Singleton
final class ErasureRoutes implements RouteSource {
  private final Operators operators;
  private final Database database;
  private final Erasures erasures;
  private final Relay relay;

  ErasureRoutes(Operators operators, Database database, Erasures erasures, Relay relay) {
    this.operators = operators;
    this.database = database;
    this.erasures = erasures;
    this.relay = relay;
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
    Database.Work<Optional<Receipt>> work = connection -> erase(connection, id);
    Database.Work<Optional<Receipt>> audited =
        connection -> {
          Optional<Receipt> done = erase(connection, id);
          if (done.isPresent()) {
            Map<String, String> details = Map.of("receipt", done.get().id().toString());
            call.audit(connection, Action.CUSTOMER_ERASED, id, details);
          }
          return done;
        };
    Receipt receipt =
        (dry ? database.rehearse(work) : database.inTransaction(audited))
            .orElseThrow(() -> new Refusal(Problem.CUSTOMER_UNKNOWN));
    relay.wake();
    return Reply.ok(json -> write(json, receipt, dry));
  }

  /** Who asks again gets the receipt of the first time. */
  private Optional<Receipt> erase(Connection connection, UUID id) throws SQLException {
    Optional<Receipt> receipt = erasures.erase(connection, id);
    return receipt.isPresent() ? receipt : Receipts.ofCustomer(connection, id);
  }

  private Reply show(OperatorCall call) {
    call.allow(Set.of());
    UUID id = call.id("id", Problem.ERASURE_UNKNOWN);
    Receipt receipt =
        database
            .with(connection -> Receipts.find(connection, id))
            .orElseThrow(() -> new Refusal(Problem.ERASURE_UNKNOWN));
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
