package com.ecom.signup.http;

import com.ecom.signup.environment.Correspondence;
import com.ecom.signup.environment.Environment;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Optional;

/**
 * The headers of every answer: nothing is guessed, framed, run, sent on as a referrer, embedded by
 * another site or kept, unless what answers says otherwise. Where people come by HTTPS, their
 * browsers come by nothing else for a year (RFC 6797).
 */
final class Hardening {
  private static final CharSequence CONTENT_TYPE_OPTIONS = name("x-content-type-options");
  private static final CharSequence POLICY = name("content-security-policy");
  private static final CharSequence REFERRER = name("referrer-policy");
  private static final CharSequence RESOURCE = name("cross-origin-resource-policy");
  private static final CharSequence TRANSPORT = name("strict-transport-security");
  private static final CharSequence NOSNIFF = name("nosniff");
  private static final CharSequence NOTHING = name("default-src 'none'; frame-ancestors 'none'");
  private static final CharSequence NO_REFERRER = name("no-referrer");
  private static final CharSequence SAME_ORIGIN = name("same-origin");
  private static final CharSequence NO_STORE = name("no-store");
  private static final CharSequence A_YEAR = name("max-age=31536000");

  private final boolean https;

  Hardening(Environment environment) {
    this.https = isHttps(environment.correspondence());
  }

  private static boolean isHttps(Optional<Correspondence> correspondence) {
    return correspondence.filter(one -> "https".equals(one.publicUrl().getScheme())).isPresent();
  }

  private static CharSequence name(String text) {
    return HttpHeaders.createOptimized(text);
  }

  void add(MultiMap headers) {
    headers
        .set(CONTENT_TYPE_OPTIONS, NOSNIFF)
        .set(POLICY, NOTHING)
        .set(REFERRER, NO_REFERRER)
        .set(RESOURCE, SAME_ORIGIN)
        .set(HttpHeaders.CACHE_CONTROL, NO_STORE);
    if (https) {
      headers.set(TRANSPORT, A_YEAR);
    }
  }
}
