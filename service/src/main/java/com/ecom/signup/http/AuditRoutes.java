package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.audit.Chain;
import com.ecom.signup.audit.Chain.Finding;
import com.ecom.signup.audit.Chain.Place;
import com.ecom.signup.audit.Entries;
import com.ecom.signup.audit.Entry;
import com.ecom.signup.audit.Filter;
import com.ecom.signup.audit.StoredEntry;
import com.ecom.signup.database.Database;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The audit trail, for auditors: pages of it, all of it, and whether it is whole. */
@Singleton
final class AuditRoutes implements RouteSource {
  private static final String PATH = "/v1/audit";

  /** Each call looks at so many at most, so that it ends in time. */
  private static final int LOOKED_AT_ONCE = 50_000;

  private final Operators operators;
  private final Database database;

  AuditRoutes(Operators operators, Database database) {
    this.operators = operators;
    this.database = database;
  }

  @Override
  public void declare(RouteTable table) {
    AuditExport export = new AuditExport(database);
    table.on(HttpMethod.GET, PATH, route(this::list));
    table.on(
        HttpMethod.GET,
        PATH + "/export",
        new DownloadRoute(operators, Permission.AUDIT_READ, call -> export(call, export)));
    table.on(HttpMethod.POST, PATH + "/verify", route(this::verify));
  }

  private static Download export(OperatorCall call, AuditExport export) {
    call.allow(Set.of("subject", "actor", "action", "from", "before"));
    return export.download(call, filter(call));
  }

  private OperatorRoute route(OperatorRoute.Operation operation) {
    return new OperatorRoute(operators, Permission.AUDIT_READ, operation);
  }

  private Reply list(OperatorCall call) {
    call.allow(Set.of("subject", "actor", "action", "from", "before", "after", "limit"));
    Filter filter = filter(call);
    long before =
        call.query("after", AuditRoutes::sequence, Wording.of("invalid_after"))
            .orElse(Long.MAX_VALUE);
    int limit = call.limit();
    List<StoredEntry> entries =
        database.with(connection -> Entries.newest(connection, filter, before, limit));
    return Reply.ok(
        json -> {
          Json.list(json, "entries", entries, AuditRoutes::write);
          if (entries.size() == limit) {
            json.writeNumberField("after", entries.getLast().entry().sequence());
          }
        });
  }

  private static Filter filter(OperatorCall call) {
    return new Filter(
        call.query("subject", OperatorCall::uuid, Wording.of("invalid_id")).orElse(null),
        call.query("actor", Optional::of, Wording.of("invalid_unknown")).orElse(null),
        call.query("action", Optional::of, Wording.of("invalid_unknown")).orElse(null),
        call.query("from", AuditRoutes::time, Wording.of("invalid_time")).orElse(null),
        call.query("before", AuditRoutes::time, Wording.of("invalid_time")).orElse(null));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<Long> sequence(String text) {
    return text.matches("[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  static void write(JsonGenerator json, StoredEntry stored) throws IOException {
    Entry entry = stored.entry();
    json.writeNumberField("sequence", entry.sequence());
    Json.time(json, "at", entry.at());
    json.writeStringField("actor", entry.actor().subject());
    json.writeStringField("actor_kind", entry.actor().kind());
    json.writeStringField("client_address", entry.actor().address());
    json.writeStringField("request_id", entry.actor().requestId());
    json.writeStringField("action", entry.action());
    Json.optional(json, "subject", entry.subject());
    Json.optional(json, "reason", entry.reason());
    json.writeObjectFieldStart("details");
    for (int i = 0; i + 1 < entry.details().size(); i += 2) {
      json.writeStringField(entry.details().get(i), entry.details().get(i + 1));
    }
    json.writeEndObject();
    json.writeStringField("previous_hash", entry.previousHash());
    json.writeStringField("hash", stored.hash());
  }

  private Reply verify(OperatorCall call) {
    long from = call.body().number("from", 1, 1, 999_999_999);
    @Nullable String hash = call.body().text("previous_hash");
    call.allow(Set.of());
    Finding finding = database.with(connection -> walk(connection, from, hash));
    return Reply.ok(
        json -> {
          json.writeBooleanField("whole", finding.whole());
          json.writeNumberField("sequence", finding.reached().sequence());
          json.writeStringField("hash", finding.reached().hash());
          json.writeBooleanField("more", finding.more());
          if (finding.broken() != null) {
            json.writeNumberField("broken_at", finding.reached().sequence() + 1);
            json.writeStringField("fault", finding.broken().name().toLowerCase(Locale.ROOT));
          }
        });
  }

  /** From a hash that the caller kept, or else from the one that is stored before the first. */
  static Finding walk(Connection connection, long from, @Nullable String hash) throws SQLException {
    Place before = from == 1 ? Place.START : Chain.at(connection, from - 1);
    if (before.sequence() != from - 1) {
      return new Finding(new Place(from - 2, ""), Chain.Fault.MISSING, true);
    }
    return hash == null || hash.equals(before.hash())
        ? Chain.walk(connection, before, LOOKED_AT_ONCE)
        : new Finding(new Place(from - 2, ""), Chain.Fault.CHANGED, true);
  }
}
