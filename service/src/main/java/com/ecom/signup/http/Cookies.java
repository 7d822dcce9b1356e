package com.ecom.signup.http;

import com.ecom.signup.token.Secret;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Cookies that no script can read, most of which hold a secret. Where people come by HTTPS, they
 * are of this host alone (RFC 6265bis, the prefix {@code __Host-}).
 *
 * @param secure whether people come by HTTPS
 * @param sameSite when browsers send them with what another site begins
 */
record Cookies(boolean secure, CookieSameSite sameSite) {
  /** The secret in one; null if there is none. */
  @Nullable Secret read(HttpServerRequest request, String word) {
    String value = text(request, word);
    return value != null && Secret.isOne(value) ? new Secret(value) : null;
  }

  /** What is in one, as it came; null if there is none. */
  @Nullable String text(HttpServerRequest request, String word) {
    Cookie cookie = request.getCookie(name(word));
    return cookie == null ? null : cookie.getValue();
  }

  /** Writes one that is good for a time; with none, takes it away. */
  void write(HttpServerRequest request, String word, String value, Duration time) {
    request
        .response()
        .addCookie(
            Cookie.cookie(name(word), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(sameSite)
                .setMaxAge(time.toSeconds()));
  }

  private String name(String word) {
    return secure ? "__Host-" + word : word;
  }
}
