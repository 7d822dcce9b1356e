package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.audit.Action;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Profiles;
import com.ecom.signup.database.Database;
import com.ecom.signup.event.Relay;
import com.ecom.signup.merge.DistinctPairs;
import com.ecom.signup.merge.Duplicates;
import com.ecom.signup.merge.Duplicates.Pair;
import com.ecom.signup.merge.Merge;
import com.ecom.signup.merge.Merges;
import com.ecom.signup.merge.Outcome;
import com.ecom.signup.merge.Signal;
import com.ecom.signup.problem.Problem;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
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
  private final Merges merges;
  private final Relay relay;

  MergeRoutes(Operators operators, Database database, Merges merges, Relay relay) {
    this.operators = operators;
    this.database = database;
    this.merges = merges;
    this.relay = relay;
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
    List<Pair> pairs =
        database.inTransaction(
            connection -> {
              List<Pair> found = Duplicates.of(connection, known(connection, id));
              call.audit(connection, Action.DUPLICATES_SHOWN, id, count(found));
              return found;
            });
    return Reply.ok(json -> Json.list(json, "duplicates", pairs, MergeRoutes::write));
  }

  private static Map<String, String> count(List<Pair> pairs) {
    return Map.of("count", String.valueOf(pairs.size()));
  }

  private static Profile known(Connection connection, UUID id) throws SQLException {
    return Profiles.find(connection, id).orElseThrow(() -> new Refusal(Problem.CUSTOMER_UNKNOWN));
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
    boolean isNew =
        database.inTransaction(
            connection -> {
              known(connection, id);
              known(connection, other);
              boolean added = !id.equals(other) && DistinctPairs.add(connection, id, other);
              call.audit(
                  connection, Action.CUSTOMERS_TOLD_APART, id, Map.of("other", other.toString()));
              return added;
            });
    return Reply.ok(json -> json.writeBooleanField("new", isNew));
  }

  private Reply merge(OperatorCall call) {
    UUID survivor = call.id("id", Problem.CUSTOMER_UNKNOWN);
    UUID duplicate = member(call, "duplicate");
    return carryOut(
        call,
        connection -> merges.merge(connection, survivor, duplicate),
        Action.CUSTOMERS_MERGED,
        Problem.CUSTOMER_UNKNOWN);
  }

  private Reply undo(OperatorCall call) {
    UUID id = call.id("id", Problem.MERGE_UNKNOWN);
    return carryOut(
        call,
        connection -> merges.undo(connection, id),
        Action.MERGE_UNDONE,
        Problem.MERGE_UNKNOWN);
  }

  private Reply carryOut(
      OperatorCall call, Database.Work<Outcome> work, Action action, Problem unknown) {
    call.allow(Set.of("dry_run"));
    boolean dry = call.isDryRun();
    Database.Work<Outcome> audited =
        connection -> {
          Outcome done = work.on(connection);
          if (done instanceof Outcome.Done(Merge merge)) {
            Map<String, String> merged = Map.of("merged", merge.merged().toString());
            call.audit(connection, action, merge.survivor(), merged);
          }
          return done;
        };
    Outcome outcome = dry ? database.rehearse(work) : database.inTransaction(audited);
    relay.wake();
    return switch (outcome) {
      case Outcome.Done(Merge merge) -> Reply.ok(json -> write(json, merge, dry));
      case Outcome.Unknown none -> throw new Refusal(unknown);
      case Outcome.NotTwoActive not -> throw new Refusal(Problem.CUSTOMER_NOT_ACTIVE);
      case Outcome.Closed closed -> throw new Refusal(Problem.MERGE_CLOSED);
      case Outcome.AddressTaken taken -> throw new Refusal(Problem.ADDRESS_REGISTERED);
    };
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
