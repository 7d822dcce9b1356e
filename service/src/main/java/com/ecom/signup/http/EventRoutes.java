package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.audit.Action;
import com.ecom.signup.database.Database;
import com.ecom.signup.event.Entry;
import com.ecom.signup.event.EventId;
import com.ecom.signup.event.Ledger;
import com.ecom.signup.event.Place;
import com.ecom.signup.event.Status;
import com.ecom.signup.problem.Problem;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of events, for operators, and what they decide about those that are parked. */
@Singleton
final class EventRoutes implements RouteSource {
  private final Operators operators;
  private final Database database;
  private final EventActs acts;

  EventRoutes(Operators operators, Database database, EventActs acts) {
    this.operators = operators;
    this.database = database;
    this.acts = acts;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(HttpMethod.GET, "/v1/events", reading(this::list));
    table.on(HttpMethod.GET, "/v1/customers/{id}/events", reading(this::ofCustomer));
    table.on(HttpMethod.POST, "/v1/events/retry-parked", deciding(this::retryParked));
    table.on(HttpMethod.POST, "/v1/events/{id}/retry", deciding(this::retry));
    table.on(HttpMethod.POST, "/v1/events/{id}/discard", deciding(this::discard));
  }

  private OperatorRoute reading(OperatorRoute.Operation operation) {
    return new OperatorRoute(operators, Permission.EVENTS_READ, operation);
  }

  private OperatorRoute deciding(OperatorRoute.Operation operation) {
    return new OperatorRoute(operators, Permission.EVENTS_WRITE, operation);
  }

  private Reply list(OperatorCall call) {
    call.allow(Set.of("status", "after", "limit"));
    Status status =
        call.query("status", EventRoutes::listed, Wording.of("invalid_status"))
            .orElse(Status.PARKED);
    @Nullable Place after =
        call.query("after", Place::parse, Wording.of("invalid_after")).orElse(null);
    int limit = call.limit();
    List<Entry> entries =
        database.with(connection -> Ledger.inStatus(connection, status, after, limit));
    String next = "/v1/events?status=%s&limit=%d&after=".formatted(status.word(), limit);
    return page(entries, limit, last -> next + Place.of(last));
  }

  private static Optional<Status> listed(String word) {
    return Status.of(word).filter(status -> status != Status.DELIVERED);
  }

  private Reply ofCustomer(OperatorCall call) {
    call.allow(Set.of("after", "limit"));
    UUID customer = call.id("id", Problem.CUSTOMER_UNKNOWN);
    int after = call.query("after", EventRoutes::sequence, Wording.of("invalid_after")).orElse(0);
    int limit = call.limit();
    List<Entry> entries =
        database.inTransaction(
            connection -> {
              List<Entry> found = Ledger.ofCustomer(connection, customer, after, limit);
              call.audit(connection, Action.EVENTS_SHOWN, customer, Map.of());
              return found;
            });
    if (entries.isEmpty() && after == 0) {
      throw new Refusal(Problem.CUSTOMER_UNKNOWN);
    }
    String next = "/v1/customers/%s/events?limit=%d&after=".formatted(customer, limit);
    return page(entries, limit, last -> next + last.id().sequence());
  }

  private static Optional<Integer> sequence(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** Where the page after an entry is. */
  @FunctionalInterface
  private interface After {
    String of(Entry last);
  }

  private static Reply page(List<Entry> entries, int limit, After next) {
    return Reply.ok(
        json -> {
          Json.list(json, "events", entries, EventRoutes::write);
          if (entries.size() == limit) {
            json.writeStringField("next", next.of(entries.getLast()));
          }
        });
  }

  private static void write(JsonGenerator json, Entry entry) throws IOException {
    json.writeStringField("id", entry.id().toString());
    json.writeStringField("type", entry.type());
    json.writeStringField("customer_id", entry.id().customerId().toString());
    json.writeNumberField("sequence", entry.id().sequence());
    json.writeStringField("status", entry.status().word());
    Json.time(json, "since", entry.since());
    Json.time(json, "occurred_at", entry.occurredAt());
    json.writeNumberField("attempts", entry.attempts());
    Json.optional(json, "put_off_until", entry.putOffUntil());
    Json.optional(json, "delivered_at", entry.deliveredAt());
    Json.optional(json, "message_id", entry.messageId());
    Json.optional(json, "last_error", entry.lastError());
  }

  private Reply retryParked(OperatorCall call) {
    @Nullable String type = call.body().text("type");
    call.allow(Set.of());
    int retried = acts.retryParked(call, type);
    return Reply.ok(
        json -> {
          json.writeNumberField("retried", retried);
          json.writeBooleanField("more", retried == EventActs.RETRIED_AT_ONCE);
        });
  }

  private Reply retry(OperatorCall call) {
    call.allow(Set.of());
    EventId id = id(call);
    return decided(id, acts.retry(call, id), Problem.EVENT_DELIVERED);
  }

  private Reply discard(OperatorCall call) {
    call.allow(Set.of());
    EventId id = id(call);
    return decided(id, acts.discard(call, id), Problem.EVENT_NOT_PARKED);
  }

  private static EventId id(OperatorCall call) {
    return EventId.parse(call.path("id")).orElseThrow(() -> new Refusal(Problem.EVENT_UNKNOWN));
  }

  private Reply decided(EventId id, boolean done, Problem otherwise) {
    Entry entry = acts.find(id).orElseThrow(() -> new Refusal(Problem.EVENT_UNKNOWN));
    if (!done) {
      throw new Refusal(otherwise);
    }
    return Reply.ok(json -> write(json, entry));
  }
}
