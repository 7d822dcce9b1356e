package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.problem.Problem;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Customers, for operators. */
@Singleton
final class ProfileRoutes implements RouteSource {
  private final Operators operators;
  private final DirectoryActs directory;

  ProfileRoutes(Operators operators, DirectoryActs directory) {
    this.operators = operators;
    this.directory = directory;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(
        HttpMethod.GET,
        "/v1/customers/{id}",
        new OperatorRoute(operators, Permission.CUSTOMERS_READ, this::show));
  }

  private Reply show(OperatorCall call) {
    call.allow(Set.of()).reason();
    UUID id = call.id("id", Problem.CUSTOMER_UNKNOWN);
    Profile profile = directory.show(call, id);
    String etag = Version.tag(profile.version());
    return etag.equals(call.context().request().getHeader("if-none-match"))
        ? new Reply(304, Map.of("ETag", etag), Buffer.buffer())
        : new Reply(200, Map.of("ETag", etag), Json.object(json -> write(json, profile)));
  }

  static String status(Profile profile) {
    return profile.standing().name().toLowerCase(Locale.ROOT);
  }

  static void write(JsonGenerator json, Profile profile) throws IOException {
    CustomerForm form = profile.form();
    json.writeStringField("id", profile.id().toString());
    json.writeStringField("status", status(profile));
    Json.optional(json, "registered_at", profile.registeredAt());
    Json.optional(json, "superseded_by", profile.supersededBy());
    Json.optional(json, "standing_reason", profile.standingReason());
    Json.optional(json, "first_name", form.firstName());
    Json.optional(json, "last_name", form.lastName());
    Json.optional(json, "email", form.emailId());
    Json.optional(json, "phone", profile.phone() == null ? form.phone() : profile.phone());
    Json.optional(json, "province", form.province());
    Json.optional(json, "city", form.city());
    Json.optional(json, "postal_code", form.postalcode());
    Json.optional(json, "country", form.country());
  }
}
