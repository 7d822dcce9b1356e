package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.care.Activation;
import com.ecom.signup.care.Correction;
import com.ecom.signup.care.Reason;
import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.Field;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.http.CareActs.Direction;
import com.ecom.signup.problem.Problem;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Corrects customers and lets them count or no longer, for operators. */
@Singleton
final class CareRoutes implements RouteSource {
  private static final String ONE = "/v1/customers/{id}";

  private final Operators operators;
  private final CareActs care;

  CareRoutes(Operators operators, CareActs care) {
    this.operators = operators;
    this.care = care;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(
        HttpMethod.PATCH,
        ONE,
        new OperatorRoute(operators, Permission.CUSTOMERS_WRITE, this::correct));
    on(table, "deactivate", Direction.DEACTIVATE);
    on(table, "reactivate", Direction.REACTIVATE);
  }

  private void on(RouteTable table, String verb, Direction direction) {
    table.on(
        HttpMethod.POST,
        ONE + "/" + verb,
        new OperatorRoute(operators, Permission.CUSTOMERS_WRITE, call -> decide(call, direction)));
  }

  private Reply correct(OperatorCall call) {
    if (!MediaTypes.isMergePatch(call.context().request().getHeader("content-type"))) {
      throw new Refusal(Problem.UNSUPPORTED_MEDIA_TYPE);
    }
    UUID id = call.id("id", Problem.CUSTOMER_UNKNOWN);
    CustomerMembers patch = CustomerMembers.of(call.body());
    call.allow(Set.of());
    IntPredicate expected = Version.expected(call);
    Correction correction = care.correct(call, id, expected, before -> patched(before, patch));
    return switch (correction) {
      case Correction.Done(Profile profile, boolean changed) ->
          Reply.ok(profile.version(), json -> ProfileRoutes.write(json, profile));
      case Correction.Unknown unknown -> throw new Refusal(Problem.CUSTOMER_UNKNOWN);
      case Correction.Stale stale -> throw new Refusal(Problem.CUSTOMER_CHANGED);
      case Correction.NotActive(Profile profile) -> throw new Refusal(Problem.CUSTOMER_NOT_ACTIVE);
      case Correction.AddressTaken taken -> throw new Refusal(Problem.ADDRESS_REGISTERED);
      case Correction.Refused(var validation) -> throw new Refusal(patch.errors(validation));
    };
  }

  /** A JSON Merge Patch (RFC 7396): what is absent stays, what is null goes. */
  private static CustomerForm patched(CustomerForm before, CustomerMembers patch) {
    CustomerForm after = patch.form();
    return new CustomerForm(
        pick(patch, Field.FIRST_NAME, after.firstName(), before.firstName()),
        pick(patch, Field.LAST_NAME, after.lastName(), before.lastName()),
        pick(patch, Field.EMAIL_ID, after.emailId(), before.emailId()),
        pick(patch, Field.PHONE, after.phone(), before.phone()),
        pick(patch, Field.PROVINCE, after.province(), before.province()),
        pick(patch, Field.CITY, after.city(), before.city()),
        pick(patch, Field.POSTALCODE, after.postalcode(), before.postalcode()),
        pick(patch, Field.COUNTRY, after.country(), before.country()));
  }

  private static @Nullable String pick(
      CustomerMembers patch, Field field, @Nullable String after, @Nullable String before) {
    return patch.body().has(CustomerMembers.name(field)) ? after : before;
  }

  private Reply decide(OperatorCall call, Direction direction) {
    UUID id = call.id("id", Problem.CUSTOMER_UNKNOWN);
    String code = call.body().text("reason");
    call.allow(Set.of("dry_run"));
    boolean dry = call.isDryRun();
    Reason reason = Optional.ofNullable(code).flatMap(Reason::of).orElseThrow(CareRoutes::noReason);
    Activation activation =
        dry ? care.rehearse(id, direction, reason) : care.decide(call, id, direction, reason);
    return switch (activation) {
      case Activation.Done(Profile profile, boolean changed) ->
          Reply.ok(
              json -> {
                json.writeBooleanField("dry_run", dry);
                json.writeNumberField("customers", changed ? 1 : 0);
                json.writeStringField("id", profile.id().toString());
                json.writeStringField("status", ProfileRoutes.status(profile));
                Json.optional(json, "standing_reason", profile.standingReason());
              });
      case Activation.Unknown unknown -> throw new Refusal(Problem.CUSTOMER_UNKNOWN);
      case Activation.Superseded superseded -> throw new Refusal(Problem.CUSTOMER_SUPERSEDED);
      case Activation.AddressTaken taken -> throw new Refusal(Problem.ADDRESS_REGISTERED);
    };
  }

  private static Refusal noReason() {
    return new Refusal(
        List.of(Invalid.member("reason", "not-readable", Wording.of("invalid_reason"))));
  }
}
