package com.ecom.signup.http;

import com.ecom.signup.environment.Token;
import io.vertx.core.http.HttpServerRequest;

/** A token in the header {@code Authorization} (RFC 6750, section 2.1). */
final class Bearer {
  private static final String SCHEME = "Bearer ";

  private Bearer() {}

  static boolean has(HttpServerRequest request, Token token) {
    return token.is(of(request));
  }

  /** The token; empty if there is none. */
  static String of(HttpServerRequest request) {
    String authorization = request.getHeader("authorization");
    return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? authorization.substring(SCHEME.length()).strip()
        : "";
  }
}
