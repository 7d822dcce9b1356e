package com.ecom.signup.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request is called, so that it is found in logs of others too. */
final class RequestId {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:;=-]{1,128}");

  private RequestId() {}

  /** The one that it came with, in the header of callers or of AWS load balancers; or a new one. */
  static String of(HttpServerRequest request) {
    String own = given(request.getHeader("x-request-id"));
    String traced = own == null ? given(request.getHeader("x-amzn-trace-id")) : own;
    return traced == null ? UUID.randomUUID().toString() : traced;
  }

  private static @Nullable String given(@Nullable String header) {
    return header != null && FORM.matcher(header).matches() ? header : null;
  }
}
