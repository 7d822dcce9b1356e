package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.problem.Problem;
import com.ecom.signup.replay.Replay;
import com.ecom.signup.replay.ReplayOrder;
import com.ecom.signup.replay.Replays;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sending events again, for operators. */
@Singleton
final class ReplayRoutes implements RouteSource {
  private final Operators operators;
  private final ReplayActs acts;
  private final Replays replays;

  ReplayRoutes(Operators operators, ReplayActs acts, Replays replays) {
    this.operators = operators;
    this.acts = acts;
    this.replays = replays;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(HttpMethod.GET, "/v1/replays", reading(this::list));
    table.on(HttpMethod.POST, "/v1/replays", deciding(this::order));
    table.on(HttpMethod.GET, "/v1/replays/{id}", reading(this::show));
    table.on(HttpMethod.POST, "/v1/replays/{id}/cancel", deciding(this::cancel));
  }

  private OperatorRoute reading(OperatorRoute.Operation operation) {
    return new OperatorRoute(operators, Permission.EVENTS_READ, operation);
  }

  private OperatorRoute deciding(OperatorRoute.Operation operation) {
    return new OperatorRoute(operators, Permission.EVENTS_WRITE, operation);
  }

  private Reply list(OperatorCall call) {
    call.allow(Set.of());
    List<Replay> newest = replays.newest();
    return Reply.ok(json -> Json.list(json, "replays", newest, ReplayRoutes::write));
  }

  private Reply order(OperatorCall call) {
    StrictBody body = call.body();
    ReplayOrder order =
        new ReplayOrder(
            body.text("type"),
            read(body, "customer_id", OperatorCall::uuid, Wording.of("invalid_customer_id")),
            read(body, "from", ReplayRoutes::time, Wording.of("invalid_time")),
            read(body, "before", ReplayRoutes::time, Wording.of("invalid_time")),
            body.number(
                "events_per_second",
                ReplayOrder.USUAL_EVENTS_PER_SECOND,
                1,
                ReplayOrder.MOST_EVENTS_PER_SECOND));
    call.allow(Set.of());
    if (order.isEverything()) {
      throw new Refusal(
          List.of(Invalid.member("from", "missing", Wording.of("invalid_replay_empty"))));
    }
    Replay replay = acts.order(call, order);
    return Reply.accepted("/v1/replays/" + replay.id(), json -> write(json, replay));
  }

  private static <T> @Nullable T read(
      StrictBody body, String name, Function<String, Optional<T>> reading, Wording expected) {
    String text = body.text(name);
    if (text == null) {
      return null;
    }
    return reading
        .apply(text)
        .orElseThrow(() -> new Refusal(List.of(Invalid.member(name, "not-readable", expected))));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Reply show(OperatorCall call) {
    call.allow(Set.of());
    Replay replay = find(call.id("id", Problem.REPLAY_UNKNOWN));
    return Reply.ok(json -> write(json, replay));
  }

  private Reply cancel(OperatorCall call) {
    call.allow(Set.of());
    UUID id = call.id("id", Problem.REPLAY_UNKNOWN);
    boolean cancelled = acts.cancel(call, id);
    Replay replay = find(id);
    if (!cancelled) {
      throw new Refusal(Problem.REPLAY_ENDED);
    }
    return Reply.ok(json -> write(json, replay));
  }

  private Replay find(UUID id) {
    return replays.find(id).orElseThrow(() -> new Refusal(Problem.REPLAY_UNKNOWN));
  }

  private static void write(JsonGenerator json, Replay replay) throws IOException {
    json.writeStringField("id", replay.id().toString());
    json.writeStringField("status", replay.status());
    json.writeNumberField("progress", Math.round(replay.progress() * 1000) / 1000.0);
    json.writeNumberField("queued", replay.queued());
    Json.time(json, "requested_at", replay.requestedAt());
    Json.optional(json, "type", replay.order().type());
    Json.optional(json, "customer_id", replay.order().customerId());
    Json.optional(json, "from", replay.order().from());
    Json.optional(json, "before", replay.order().before());
    json.writeNumberField("events_per_second", replay.order().eventsPerSecond());
    Json.optional(json, "finished_at", replay.finishedAt());
    Json.optional(json, "cancelled_at", replay.cancelledAt());
  }
}
