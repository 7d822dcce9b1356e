package com.ecom.signup.http;

import com.ecom.signup.access.ApiKey;
import com.ecom.signup.access.ApiKeys;
import com.ecom.signup.access.Permission;
import com.ecom.signup.audit.Action;
import com.ecom.signup.database.Database;
import com.ecom.signup.problem.Problem;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keys for machines, for operators. */
@Singleton
final class ApiKeyRoutes implements RouteSource {
  private static final String PATH = "/v1/api-keys";
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}";

  private final Operators operators;
  private final Database database;
  private final ApiKeys keys;
  private final Clock clock;

  ApiKeyRoutes(Operators operators, Database database, ApiKeys keys, Clock clock) {
    this.operators = operators;
    this.database = database;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(HttpMethod.GET, PATH, route(this::list));
    table.on(HttpMethod.POST, PATH, route(this::make));
    table.on(HttpMethod.DELETE, PATH + "/{id}", route(this::revoke));
  }

  private OperatorRoute route(OperatorRoute.Operation operation) {
    return new OperatorRoute(operators, Permission.KEYS_WRITE, operation);
  }

  private Reply list(OperatorCall call) {
    call.allow(Set.of());
    List<ApiKey> all = database.with(keys::list);
    return Reply.ok(json -> Json.list(json, "keys", all, ApiKeyRoutes::write));
  }

  private Reply make(OperatorCall call) {
    String name = Objects.requireNonNullElse(call.body().text("name"), "");
    String scope = Objects.requireNonNullElse(call.body().text("scope"), "");
    @Nullable String expires = call.body().text("expires_at");
    call.allow(Set.of());
    if (!name.matches(NAME)) {
      throw refusal("name", "invalid_key_name");
    }
    Set<Permission> permissions = permissions(scope);
    if (!call.caller().permissions().containsAll(permissions)) {
      throw new Refusal(Problem.PERMISSION_MISSING);
    }
    @Nullable Instant end = expires == null ? null : end(expires);
    ApiKeys.Made made =
        database.inTransaction(
            connection -> {
              ApiKeys.Made key = keys.make(connection, name, permissions, call.caller(), end);
              call.audit(
                  connection,
                  Action.KEY_MADE,
                  key.key().id(),
                  Map.of("name", name, "scope", scope(permissions)));
              return key;
            });
    return new Reply(
        201,
        Map.of("Location", PATH + "/" + made.key().id()),
        Json.object(
            json -> {
              write(json, made.key());
              json.writeStringField("key", made.text());
            }));
  }

  private static Set<Permission> permissions(String scope) {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    for (String word : scope.strip().split(" +", -1)) {
      permissions.add(Permission.of(word).orElseThrow(() -> refusal("scope", "invalid_key_scope")));
    }
    return permissions;
  }

  private Instant end(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant())
          .filter(time -> time.isAfter(clock.instant()))
          .orElseThrow(() -> refusal("expires_at", "invalid_key_end"));
    } catch (DateTimeException e) {
      throw refusal("expires_at", "invalid_time");
    }
  }

  private static Refusal refusal(String member, String key) {
    Wording expected =
        key.equals("invalid_key_scope")
            ? Wording.of(key, scope(EnumSet.allOf(Permission.class)))
            : Wording.of(key);
    return new Refusal(List.of(Invalid.member(member, "not-readable", expected)));
  }

  private Reply revoke(OperatorCall call) {
    call.allow(Set.of());
    UUID id = call.id("id", Problem.KEY_UNKNOWN);
    boolean revoked =
        database.inTransaction(
            connection ->
                call.auditIf(
                    keys.revoke(connection, id), connection, Action.KEY_REVOKED, id, Map.of()));
    if (!revoked) {
      throw new Refusal(Problem.KEY_UNKNOWN);
    }
    return Reply.ok(json -> json.writeStringField("id", id.toString()));
  }

  private static String scope(Set<Permission> permissions) {
    return Arrays.stream(Permission.values())
        .filter(permissions::contains)
        .map(Permission::scope)
        .collect(Collectors.joining(" "));
  }

  private static void write(JsonGenerator json, ApiKey key) throws IOException {
    json.writeStringField("id", key.id().toString());
    json.writeStringField("name", key.name());
    json.writeStringField("scope", scope(key.permissions()));
    json.writeStringField("created_by", key.createdBy());
    Json.time(json, "created_at", key.createdAt());
    Json.optional(json, "expires_at", key.expiresAt());
    Json.optional(json, "last_used_at", key.lastUsedAt());
    Json.optional(json, "revoked_at", key.revokedAt());
  }
}
