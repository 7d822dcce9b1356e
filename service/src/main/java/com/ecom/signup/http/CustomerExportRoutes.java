package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.audit.Action;
import com.ecom.signup.customer.Profile.Standing;
import com.ecom.signup.database.Database;
import com.ecom.signup.problem.Problem;
import com.ecom.signup.transfer.Exports;
import com.ecom.signup.transfer.Format;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers as files, and all that is kept of one of them, for operators. */
@Singleton
final class CustomerExportRoutes implements RouteSource {
  private static final String JSON = "application/json";

  private final Operators operators;
  private final Database database;
  private final Exports exports;
  private final PersonFiles files;

  CustomerExportRoutes(Operators operators, Database database, Exports exports, PersonFiles files) {
    this.operators = operators;
    this.database = database;
    this.exports = exports;
    this.files = files;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(
        HttpMethod.GET,
        "/v1/customers/export",
        new DownloadRoute(operators, Permission.CUSTOMERS_EXPORT, this::everybody));
    table.on(
        HttpMethod.GET,
        "/v1/customers/{id}/export",
        new DownloadRoute(operators, Permission.CUSTOMERS_DISCLOSE, this::person));
  }

  private Download everybody(OperatorCall call) {
    call.allow(Set.of("status")).reason();
    Format format = prefersCsv(call, Format.NDJSON.mediaType()) ? Format.CSV : Format.NDJSON;
    Optional<Wanted> wanted =
        call.query("status", Wanted::of, Wording.of("invalid_customer_status"));
    @Nullable Standing standing = wanted.orElse(new Wanted(Standing.ACTIVE)).standing();
    String status = standing == null ? "all" : standing.name().toLowerCase(Locale.ROOT);
    call.audit(
        database, Action.EXPORT_BEGUN, null, Map.of("status", status, "format", format.word()));
    return new Download(
        format.mediaType(),
        "customers." + format.word(),
        out -> {
          long written = exports.write(format, standing, out);
          call.audit(
              database, Action.EXPORT_ENDED, null, Map.of("customers", Long.toString(written)));
        });
  }

  /**
   * Which customers.
   *
   * @param standing null for all
   */
  private record Wanted(@Nullable Standing standing) {
    static Optional<Wanted> of(String word) {
      return switch (word) {
        case "all" -> Optional.of(new Wanted(null));
        case "active" -> Optional.of(new Wanted(Standing.ACTIVE));
        case "inactive" -> Optional.of(new Wanted(Standing.INACTIVE));
        case "superseded" -> Optional.of(new Wanted(Standing.SUPERSEDED));
        default -> Optional.empty();
      };
    }
  }

  private Download person(OperatorCall call) {
    call.allow(Set.of()).reason();
    UUID id = call.id("id", Problem.CUSTOMER_UNKNOWN);
    return files.of(call, id, prefersCsv(call, JSON));
  }

  /** Who accepts both alike, as generated clients do, gets the other. */
  private static boolean prefersCsv(OperatorCall call, String other) {
    return Accept.of(call.context().request().getHeader("accept"))
        .prefers(Format.CSV.mediaType(), other);
  }
}
