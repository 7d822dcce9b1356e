package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.account.Accounts;
import com.ecom.signup.account.ConsentChanges;
import com.ecom.signup.audit.Action;
import com.ecom.signup.consent.Basis;
import com.ecom.signup.consent.Consents;
import com.ecom.signup.consent.Origin;
import com.ecom.signup.consent.Proof;
import com.ecom.signup.consent.Statement;
import com.ecom.signup.consent.UnsubscribeLinks;
import com.ecom.signup.database.Database;
import com.ecom.signup.problem.Problem;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of consents, for operators: what there is of a customer, and what was said or done
 * elsewhere. A purchase or an inquiry implies consent for a time (CASL, section 10); express
 * consent comes from the person alone.
 */
@Singleton
final class ConsentRoutes implements RouteSource {
  private static final String PATH = "/v1/customers/{id}/consents";
  private static final Origin ELSEWHERE = new Origin(Origin.Channel.API, "/v1/customers");

  private final Operators operators;
  private final Database database;
  private final Accounts accounts;
  private final ConsentChanges consents;
  private final UnsubscribeLinks links;
  private final Clock clock;

  ConsentRoutes(
      Operators operators,
      Database database,
      Accounts accounts,
      ConsentChanges consents,
      UnsubscribeLinks links,
      Clock clock) {
    this.operators = operators;
    this.database = database;
    this.accounts = accounts;
    this.consents = consents;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(
        HttpMethod.GET, PATH, new OperatorRoute(operators, Permission.CUSTOMERS_READ, this::show));
    table.on(
        HttpMethod.POST, PATH, new OperatorRoute(operators, Permission.CUSTOMERS_WRITE, this::add));
  }

  private Reply show(OperatorCall call) {
    call.allow(Set.of());
    UUID id = call.id("id", Problem.CUSTOMER_UNKNOWN);
    call.audit(database, Action.CONSENTS_SHOWN, id, Map.of());
    return proof(id);
  }

  private Reply proof(UUID id) {
    Proof proof = accounts.proof(id);
    Optional<String> link = links.of(id);
    return Reply.ok(
        json -> {
          proof.write(json);
          Json.optional(json, "unsubscribe_url", link.orElse(null));
        });
  }

  private Reply add(OperatorCall call) {
    UUID id = call.id("id", Problem.CUSTOMER_UNKNOWN);
    String what = Objects.requireNonNullElse(call.body().text("what"), "");
    String at = call.body().text("occurred_at");
    call.allow(Set.of());
    if (accounts.show(id).isEmpty()) {
      throw new Refusal(Problem.CUSTOMER_UNKNOWN);
    }
    Change change = change(what, at);
    database.inTransaction(
        connection -> {
          change.on(connection, id);
          call.audit(connection, Action.CONSENT_RECORDED, id, Map.of("what", what));
          return true;
        });
    return proof(id);
  }

  /** What is added to the ledger of somebody. */
  @FunctionalInterface
  private interface Change {
    void on(Connection connection, UUID id) throws SQLException;
  }

  private Change change(String what, @Nullable String at) {
    return switch (what) {
      case "purchase" -> implied(Basis.IMPLIED_PURCHASE, at);
      case "inquiry" -> implied(Basis.IMPLIED_INQUIRY, at);
      case "withdrawal" -> consents::withdraw;
      default -> throw refusal("what", "invalid_what");
    };
  }

  private Change implied(Basis basis, @Nullable String at) {
    Statement said = Statement.implied(basis, Consents.MARKETING_EMAIL, ELSEWHERE, time(at));
    return (connection, id) -> consents.record(connection, id, said);
  }

  private Instant time(@Nullable String at) {
    try {
      return at == null ? clock.instant() : Instant.parse(at);
    } catch (DateTimeException e) {
      throw refusal("occurred_at", "invalid_time");
    }
  }

  private static Refusal refusal(String member, String key) {
    return new Refusal(List.of(Invalid.member(member, "not-readable", Wording.of(key))));
  }
}
