package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.idempotency.IdempotencyKey;
import com.ecom.signup.problem.Problem;
import com.ecom.signup.transfer.Fault;
import com.ecom.signup.transfer.Format;
import com.ecom.signup.transfer.Import;
import com.ecom.signup.transfer.ImportOrder;
import com.ecom.signup.transfer.Imports;
import com.ecom.signup.transfer.Outcome;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Taking files of customers in, for operators. */
@Singleton
final class ImportRoutes implements RouteSource {
  private final Operators operators;
  private final ImportActs acts;
  private final Imports imports;

  ImportRoutes(Operators operators, ImportActs acts, Imports imports) {
    this.operators = operators;
    this.acts = acts;
    this.imports = imports;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(
        HttpMethod.POST,
        "/v1/imports",
        new UploadRoute(operators, Permission.CUSTOMERS_IMPORT, this::run));
    on(table, HttpMethod.GET, "/v1/imports", this::list);
    on(table, HttpMethod.GET, "/v1/imports/{id}", this::show);
    on(table, HttpMethod.POST, "/v1/imports/{id}/cancel", this::cancel);
    table.on(
        HttpMethod.GET,
        "/v1/imports/{id}/refused",
        new DownloadRoute(operators, Permission.CUSTOMERS_IMPORT, this::refused));
  }

  private void on(
      RouteTable table, HttpMethod method, String path, OperatorRoute.Operation operation) {
    table.on(method, path, new OperatorRoute(operators, Permission.CUSTOMERS_IMPORT, operation));
  }

  private Reply run(OperatorCall call, InputStream bytes) {
    call.allow(Set.of("dry_run", "events", "ignore_columns"));
    boolean rehearsed = isTrue(call, "dry_run");
    ImportOrder order = order(call);
    return switch (acts.take(call, order, bytes, rehearsed)) {
      case Outcome.Finished(Import done) ->
          new Reply(
              201,
              Map.of("Location", "/v1/imports/" + done.id()),
              Json.object(json -> write(json, done)));
      case Outcome.Rehearsed would -> Reply.ok(json -> write(json, would));
      case Outcome.UnderWay _ -> throw new Refusal(Problem.IMPORT_UNDER_WAY);
      case Outcome.Cancelled _ -> throw new Refusal(Problem.IMPORT_ENDED);
      case Outcome.Differs _ -> throw new Refusal(Problem.IMPORT_FILE_DIFFERS);
    };
  }

  private static ImportOrder order(OperatorCall call) {
    HttpServerRequest request = call.context().request();
    Format format =
        Optional.ofNullable(request.getHeader("content-type"))
            .flatMap(Format::ofMediaType)
            .orElseThrow(() -> new Refusal(Problem.UNSUPPORTED_MEDIA_TYPE));
    return new ImportOrder(
        key(request),
        format,
        isPacked(request.getHeader("content-encoding")),
        isTrue(call, "events"),
        call.query("ignore_columns", ImportRoutes::names, Wording.of("invalid_ignore_columns"))
            .orElse(Set.of()),
        call.caller().subject());
  }

  private static @Nullable String key(HttpServerRequest request) {
    return switch (IdempotencyKey.read(request.headers().getAll("idempotency-key"))) {
      case IdempotencyKey.Absent _ -> null;
      case IdempotencyKey.Invalid _ -> throw new Refusal(Problem.IDEMPOTENCY_KEY_INVALID);
      case IdempotencyKey.Given(String value) -> value;
    };
  }

  private static boolean isPacked(@Nullable String encoding) {
    return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
      case "identity" -> false;
      case "gzip", "x-gzip" -> true;
      default -> throw new Refusal(Problem.UNSUPPORTED_MEDIA_TYPE);
    };
  }

  private static boolean isTrue(OperatorCall call, String name) {
    return call.query(
            name,
            text ->
                text.equals("true") || text.equals("false")
                    ? Optional.of(text.equals("true"))
                    : Optional.empty(),
            Wording.of("invalid_not_a_boolean"))
        .orElse(false);
  }

  private static Optional<Set<String>> names(String text) {
    Set<String> names =
        Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    return names.contains("") ? Optional.empty() : Optional.of(names);
  }

  private Reply list(OperatorCall call) {
    call.allow(Set.of());
    List<Import> newest = imports.newest();
    return Reply.ok(json -> Json.list(json, "imports", newest, ImportRoutes::write));
  }

  private Reply show(OperatorCall call) {
    call.allow(Set.of());
    Import known = find(call);
    return Reply.ok(json -> write(json, known));
  }

  private Reply cancel(OperatorCall call) {
    call.allow(Set.of());
    UUID id = find(call).id();
    boolean cancelled = acts.cancel(call, id);
    if (!cancelled) {
      throw new Refusal(Problem.IMPORT_ENDED);
    }
    Import known = find(call);
    return Reply.ok(json -> write(json, known));
  }

  private Download refused(OperatorCall call) {
    call.allow(Set.of());
    return acts.refused(call, find(call));
  }

  private Import find(OperatorCall call) {
    return imports
        .find(call.id("id", Problem.IMPORT_UNKNOWN))
        .orElseThrow(() -> new Refusal(Problem.IMPORT_UNKNOWN));
  }

  private static void write(JsonGenerator json, Import known) throws IOException {
    json.writeStringField("id", known.id().toString());
    json.writeStringField("status", known.status().name().toLowerCase(Locale.ROOT));
    json.writeStringField("format", known.format().word());
    json.writeBooleanField("events", known.events());
    json.writeStringField("started_by", known.startedBy());
    Json.time(json, "started_at", known.startedAt());
    Json.optional(json, "ended_at", known.endedAt());
    Json.optional(json, "failure", known.failure());
    json.writeNumberField("position", known.position());
    json.writeNumberField("rows", known.counts().rows());
    json.writeNumberField("added", known.counts().added());
    json.writeNumberField("same", known.counts().same());
    json.writeNumberField("refused", known.counts().refused());
  }

  private static void write(JsonGenerator json, Outcome.Rehearsed would) throws IOException {
    json.writeStringField("status", "dry-run");
    json.writeNumberField("rows", would.counts().rows());
    json.writeNumberField("added", would.counts().added());
    json.writeNumberField("same", would.counts().same());
    json.writeNumberField("refused", would.counts().refused());
    Json.list(json, "refusals", would.refused(), ImportRoutes::write);
  }

  private static void write(JsonGenerator json, Outcome.RefusedRow row) throws IOException {
    json.writeNumberField("line", row.line());
    Json.list(json, "errors", row.faults(), ImportRoutes::write);
  }

  private static void write(JsonGenerator json, Fault fault) throws IOException {
    json.writeStringField("field", fault.field());
    json.writeStringField("rule", fault.rule());
    json.writeStringField("detail", fault.message());
  }
}
