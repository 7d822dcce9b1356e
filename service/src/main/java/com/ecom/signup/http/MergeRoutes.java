package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.database.Database;
import com.ecom.signup.merge.Duplicates;
import com.ecom.signup.merge.Duplicates.Pair;
import com.ecom.signup.merge.Merge;
import com.ecom.signup.merge.Signal;
import com.ecom.signup.problem.Problem;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers that may be one person, for operators to decide on: nothing merges by itself. */
@Singleton
final class MergeRoutes implements RouteSource {
  /** So many customers are looked at in one call, each with a handful of reads. */
  private static final int MOST_LOOKED_AT = 100;

  private static final UUID MOST = new UUID(-1, -1);

  private final Operators operators;
  private final Database database;
  private final MergeActs merges;

  MergeRoutes(Operators operators, Database database, MergeActs merges) {
    this.operators = operators;
    this.database = database;
    this.merges = merges;
  }

  @Override
  public void declare(RouteTable table) {
    read(table, "/v1/duplicates", this::list);
    read(table, "/v1/customers/{id}/duplicates", this::ofCustomer);
    write(table, "/v1/customers/{id}/distinct", this::distinct);
    write(table, "/v1/customers/{id}/merge", this::merge);
    write(table, "/v1/merges/{id}/undo", this::undo);
  }

  private void read(RouteTable table, String path, OperatorRoute.Operation operation) {
    table.on(
        HttpMethod.GET, path, new OperatorRoute(operators, Permission.CUSTOMERS_READ, operation));
  }

  private void write(RouteTable table, String path, OperatorRoute.Operation operation) {
    table.on(
        HttpMethod.POST, path, new OperatorRoute(operators, Permission.CUSTOMERS_WRITE, operation));
  }

  private Reply list(OperatorCall call) {
    call.allow(Set.of("after", "limit")).reason();
    UUID before = call.query("after", OperatorCall::uuid, Wording.of("invalid_after")).orElse(MOST);
    int looked = Math.min(call.limit(), MOST_LOOKED_AT);
    Duplicates.Page page = database.with(connection -> Duplicates.page(connection, before, looked));
    return Reply.ok(
        json -> {
          Json.list(json, "duplicates", page.pairs(), MergeRoutes::write);
          json.writeNumberField("customers_looked_at", page.looked());
          if (page.looked() == looked) {
            json.writeStringField(
                "next", "/v1/duplicates?limit=%d&after=%s".formatted(looked, page.last()));
          }
        });
  }

  private Reply ofCustomer(OperatorCall call) {
    call.allow(Set.of()).reason();
    UUID id = call.id("id", Problem.CUSTOMER_UNKNOWN);
    List<Pair> pairs = merges.duplicates(call, id);
    return Reply.ok(json -> Json.list(json, "duplicates", pairs, MergeRoutes::write));
  }

  private static void write(JsonGenerator json, Pair pair) throws IOException {
    json.writeNumberField("score", pair.score());
    json.writeArrayFieldStart("signals");
    for (Signal signal : pair.signals()) {
      json.writeString(signal.code());
    }
    json.writeEndArray();
    Json.list(json, "customers", List.of(pair.customer(), pair.other()), ProfileRoutes::write);
  }

  private Reply distinct(OperatorCall call) {
    UUID id = call.id("id", Problem.CUSTOMER_UNKNOWN);
    UUID other = member(call, "other");
    call.allow(Set.of());
    boolean isNew = merges.tellApart(call, id, other);
    return Reply.ok(json -> json.writeBooleanField("new", isNew));
  }

  private Reply merge(OperatorCall call) {
    UUID survivor = call.id("id", Problem.CUSTOMER_UNKNOWN);
    UUID duplicate = member(call, "duplicate");
    boolean dry = call.allow(Set.of("dry_run")).isDryRun();
    Merge merge = merges.merge(call, survivor, duplicate, dry);
    return Reply.ok(json -> write(json, merge, dry));
  }

  private Reply undo(OperatorCall call) {
    UUID id = call.id("id", Problem.MERGE_UNKNOWN);
    boolean dry = call.allow(Set.of("dry_run")).isDryRun();
    Merge merge = merges.undo(call, id, dry);
    return Reply.ok(json -> write(json, merge, dry));
  }

  /** What is tried alone gets no id, since there will be none of that id. */
  private static void write(JsonGenerator json, Merge merge, boolean dry) throws IOException {
    json.writeBooleanField("dry_run", dry);
    Json.optional(json, "id", dry && merge.undoneAt() == null ? null : merge.id());
    json.writeStringField("survivor", merge.survivor().toString());
    json.writeStringField("merged", merge.merged().toString());
    json.writeNumberField("customers", 1);
    json.writeArrayFieldStart("consents_withdrawn");
    for (String purpose : merge.consentsWithdrawn()) {
      json.writeString(purpose);
    }
    json.writeEndArray();
    Json.time(json, "merged_at", merge.mergedAt());
    Json.optional(json, "undone_at", merge.undoneAt());
  }

  private static UUID member(OperatorCall call, String name) {
    @Nullable String text = call.body().text(name);
    return Optional.ofNullable(text)
        .flatMap(OperatorCall::uuid)
        .orElseThrow(
            () ->
                new Refusal(
                    List.of(
                        Invalid.member(name, "not-readable", Wording.of("invalid_customer_id")))));
  }
}
