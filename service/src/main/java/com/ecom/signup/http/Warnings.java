package com.ecom.signup.http;

import com.ecom.signup.customer.Violation;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** Says what looks wrong but may be right, in a header, which does no client harm. */
final class Warnings {
  private Warnings() {}

  static void add(HttpServerRequest request, List<Violation> warnings) {
    for (Violation warning : warnings) {
      request
          .response()
          .putHeader("registration-warning", warning.field().key() + ": " + warning.message());
    }
  }
}
