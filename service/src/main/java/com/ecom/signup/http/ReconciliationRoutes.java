package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.audit.Action;
import com.ecom.signup.database.Database;
import com.ecom.signup.problem.Problem;
import com.ecom.signup.reconciliation.Findings;
import com.ecom.signup.reconciliation.Pass;
import com.ecom.signup.reconciliation.Reconciliations;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Comparing customers and events, for operators. */
@Singleton
final class ReconciliationRoutes implements RouteSource {
  private static final String PATH = "/v1/reconciliations";

  private final Operators operators;
  private final Database database;
  private final Reconciliations reconciliations;

  ReconciliationRoutes(Operators operators, Database database, Reconciliations reconciliations) {
    this.operators = operators;
    this.database = database;
    this.reconciliations = reconciliations;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(
        HttpMethod.GET, PATH, new OperatorRoute(operators, Permission.EVENTS_READ, this::list));
    table.on(
        HttpMethod.POST, PATH, new OperatorRoute(operators, Permission.EVENTS_WRITE, this::begin));
  }

  private Reply list(OperatorCall call) {
    call.allow(Set.of());
    List<Pass> newest = reconciliations.newest();
    return Reply.ok(
        json -> Json.list(json, "reconciliations", newest, ReconciliationRoutes::write));
  }

  private Reply begin(OperatorCall call) {
    boolean repairs = call.body().isTrue("repair");
    call.allow(Set.of());
    Optional<Pass> begun =
        database.inTransaction(
            connection -> {
              Optional<Pass> pass = reconciliations.begin(connection, repairs);
              if (pass.isPresent()) {
                call.audit(
                    connection,
                    Action.RECONCILIATION_BEGUN,
                    null,
                    Map.of("repair", String.valueOf(repairs)));
              }
              return pass;
            });
    Pass pass = begun.orElseThrow(() -> new Refusal(Problem.RECONCILIATION_UNDER_WAY));
    return Reply.accepted(PATH, json -> write(json, pass));
  }

  private static void write(JsonGenerator json, Pass pass) throws IOException {
    Findings findings = pass.findings();
    json.writeStringField("id", pass.id().toString());
    json.writeBooleanField("repair", pass.repairs());
    Json.time(json, "started_at", pass.startedAt());
    Json.optional(json, "finished_at", pass.finishedAt());
    json.writeNumberField("customers", findings.customers());
    json.writeNumberField("missing", findings.missing());
    json.writeNumberField("waiting", findings.waiting());
    json.writeNumberField("parked", findings.parked());
    json.writeNumberField("discarded", findings.discarded());
    json.writeNumberField("orphans", findings.orphans());
    json.writeNumberField("repaired", findings.repaired());
  }
}
