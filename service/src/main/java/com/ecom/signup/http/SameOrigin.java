package com.ecom.signup.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;

/**
 * Whether a form was sent by a page of this service, and not by another's in the name of whoever
 * looks at it. Browsers say so in {@code Sec-Fetch-Site} (Fetch Metadata), older ones in {@code
 * Origin}; who sends neither is no browser, and carries no cookies of anybody.
 */
final class SameOrigin {
  private SameOrigin() {}

  static boolean is(HttpServerRequest request) {
    String site = request.getHeader("sec-fetch-site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = request.getHeader("origin");
    return origin == null || authority(origin).equalsIgnoreCase(request.getHeader("host"));
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
