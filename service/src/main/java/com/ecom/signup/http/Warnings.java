package com.ecom.signup.http;

import com.ecom.signup.customer.Field;
import com.ecom.signup.customer.Violation;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.function.Function;

/** Says what looks wrong but may be right, in a header, which does no client harm. */
final class Warnings {
  private Warnings() {}

  /**
   * Adds one header for each.
   *
   * @param name of a field on this route
   */
  static void add(
      HttpServerRequest request, List<Violation> warnings, Function<Field, String> name) {
    for (Violation warning : warnings) {
      request
          .response()
          .putHeader(
              "registration-warning", name.apply(warning.field()) + ": " + warning.message());
    }
  }
}
