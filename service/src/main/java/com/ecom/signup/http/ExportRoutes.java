package com.ecom.signup.http;

import com.ecom.signup.account.Accounts;
import com.ecom.signup.account.Accounts.Account;
import com.ecom.signup.consent.Proof;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is known of one person as JSON, for the person. */
@Singleton
final class ExportRoutes implements RouteSource {
  private final People people;
  private final Screen screen;
  private final Accounts accounts;

  ExportRoutes(People people, Screen screen, Accounts accounts) {
    this.people = people;
    this.screen = screen;
    this.accounts = accounts;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(HttpMethod.GET, "/account/export", this::export);
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
}
