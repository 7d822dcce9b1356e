package com.ecom.signup.http;

import com.ecom.signup.account.Accounts;
import com.ecom.signup.account.Accounts.Account;
import com.ecom.signup.consent.Proof;
import com.ecom.signup.consent.UnsubscribeLinks;
import com.ecom.signup.problem.Problem;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is known of one person as JSON: for the person, and for operators who have to prove it. */
@Singleton
final class ExportRoutes implements RouteSource {
  private final Operators operators;
  private final People people;
  private final Screen screen;
  private final Accounts accounts;
  private final UnsubscribeLinks links;

  ExportRoutes(
      Operators operators,
      People people,
      Screen screen,
      Accounts accounts,
      UnsubscribeLinks links) {
    this.operators = operators;
    this.people = people;
    this.screen = screen;
    this.accounts = accounts;
    this.links = links;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(HttpMethod.GET, "/account/export", this::export);
    table.on(
        HttpMethod.GET,
        "/v1/customers/{id}/consents",
        new OperatorRoute(operators, this::consents));
  }

  private void export(RoutingContext context) {
    people
        .workers(context.vertx())
        .executeBlocking(() -> export(accounts.of(screen.account(context.request()))), false)
        .onSuccess(
            reply ->
                reply.ifPresentOrElse(
                    found -> Answers.send(context.request(), found),
                    () -> Answers.notFound(context.request())))
        .onFailure(failure -> Answers.busy(context.request()));
  }

  private Optional<Reply> export(Optional<UUID> customer) {
    Optional<Account> account = customer.flatMap(accounts::show);
    return account.map(
        known -> {
          Proof proof = accounts.proof(known.profile().id());
          return new Reply(
              200,
              Map.of("Content-Disposition", "attachment; filename=\"registration.json\""),
              Json.object(
                  json -> {
                    json.writeObjectFieldStart("customer");
                    ProfileRoutes.write(json, known.profile());
                    json.writeEndObject();
                    json.writeObjectFieldStart("consents");
                    proof.write(json);
                    json.writeEndObject();
                  }));
        });
  }

  private Reply consents(OperatorCall call) {
    call.allow(Set.of());
    UUID id = call.id("id", Problem.CUSTOMER_UNKNOWN);
    Proof proof = accounts.proof(id);
    Optional<String> link = links.of(id);
    return Reply.ok(
        json -> {
          proof.write(json);
          Json.optional(json, "unsubscribe_url", link.orElse(null));
        });
  }
}
