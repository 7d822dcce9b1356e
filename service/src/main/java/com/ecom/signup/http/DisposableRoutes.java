package com.ecom.signup.http;

import com.ecom.signup.abuse.DisposableDomains;
import com.ecom.signup.abuse.Listing;
import com.ecom.signup.database.Database;
import com.ecom.signup.problem.Problem;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
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
    table.on(HttpMethod.GET, ALL, new OperatorRoute(operators, this::list));
    table.on(HttpMethod.PUT, ONE, new OperatorRoute(operators, this::put));
    table.on(HttpMethod.DELETE, ONE, new OperatorRoute(operators, this::remove));
  }

  private Reply list(OperatorCall call) {
    call.allow(Set.of());
    List<Listing> listings = database.with(domains::list);
    return Reply.ok(json -> Json.list(json, "domains", listings, DisposableRoutes::write));
  }

  private Reply put(OperatorCall call) {
    boolean disposable = call.body().isTrue("disposable");
    call.allow(Set.of());
    Listing listing =
        database
            .with(connection -> domains.put(connection, call.path("domain"), disposable))
            .orElseThrow(
                () ->
                    new Refusal(
                        List.of(
                            new Invalid("domain", "not-a-domain", Wording.of("invalid_domain")))));
    return Reply.ok(json -> write(json, listing));
  }

  private Reply remove(OperatorCall call) {
    call.allow(Set.of());
    String domain = call.path("domain");
    if (!database.with(connection -> domains.remove(connection, domain))) {
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
