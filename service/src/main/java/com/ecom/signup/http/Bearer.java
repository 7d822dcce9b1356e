package com.ecom.signup.http;

import com.ecom.signup.environment.Token;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** A token in the header {@code Authorization} (RFC 6750, section 2.1). */
final class Bearer {
  private static final String SCHEME = "Bearer ";

  private Bearer() {}

  static boolean has(HttpServerRequest request, Token token) {
    return has(request.getHeader("authorization"), token);
  }

  static boolean has(@Nullable String authorization, Token token) {
    return authorization != null
        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && token.is(authorization.substring(SCHEME.length()).strip());
  }
}
