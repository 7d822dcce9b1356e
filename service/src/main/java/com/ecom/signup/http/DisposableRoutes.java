package com.ecom.signup.http;

import com.ecom.signup.abuse.DisposableDomains;
import com.ecom.signup.abuse.Listing;
import com.ecom.signup.access.Permission;
import com.ecom.signup.audit.Action;
import com.ecom.signup.database.Database;
import com.ecom.signup.problem.Problem;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What operators say of mail domains that nobody keeps. */
@Singleton
final class DisposableRoutes implements RouteSource {
  private static final String ALL = "/v1/disposable-domains";
  private static final String ONE = ALL + "/{domain}";

  private final Operators operators;
  private final Database database;
  private final DisposableDomains domains;

  DisposableRoutes(Operators operators, Database database, DisposableDomains domains) {
    this.operators = operators;
    this.database = database;
    this.domains = domains;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(
        HttpMethod.GET, ALL, new OperatorRoute(operators, Permission.QUARANTINE_READ, this::list));
    table.on(HttpMethod.PUT, ONE, deciding(this::put));
    table.on(HttpMethod.DELETE, ONE, deciding(this::remove));
  }

  private OperatorRoute deciding(OperatorRoute.Operation operation) {
    return new OperatorRoute(operators, Permission.QUARANTINE_WRITE, operation);
  }

  private Reply list(OperatorCall call) {
    call.allow(Set.of());
    List<Listing> listings = database.with(domains::list);
    return Reply.ok(json -> Json.list(json, "domains", listings, DisposableRoutes::write));
  }

  private Reply put(OperatorCall call) {
    boolean disposable = call.body().isTrue("disposable");
    call.allow(Set.of());
    Optional<Listing> listing =
        database.inTransaction(
            connection -> {
              Optional<Listing> put = domains.put(connection, call.path("domain"), disposable);
              if (put.isPresent()) {
                call.audit(connection, Action.DOMAIN_LISTED, null, details(put.get()));
              }
              return put;
            });
    if (listing.isEmpty()) {
      throw new Refusal(
          List.of(new Invalid("domain", "not-a-domain", Wording.of("invalid_domain"))));
    }
    return Reply.ok(json -> write(json, listing.get()));
  }

  private static Map<String, String> details(Listing listing) {
    return Map.of("domain", listing.domain(), "disposable", String.valueOf(listing.disposable()));
  }

  private Reply remove(OperatorCall call) {
    call.allow(Set.of());
    String domain = call.path("domain");
    boolean removed =
        database.inTransaction(
            connection ->
                call.auditIf(
                    domains.remove(connection, domain),
                    connection,
                    Action.DOMAIN_REMOVED,
                    null,
                    Map.of("domain", domain)));
    if (!removed) {
      throw new Refusal(Problem.DOMAIN_UNKNOWN);
    }
    return Reply.ok(json -> json.writeStringField("domain", domain));
  }

  private static void write(JsonGenerator json, Listing listing) throws IOException {
    json.writeStringField("domain", listing.domain());
    json.writeBooleanField("disposable", listing.disposable());
    Json.time(json, "changed_at", listing.changedAt());
  }
}
