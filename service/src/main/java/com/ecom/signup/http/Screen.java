package com.ecom.signup.http;

import com.ecom.signup.environment.Correspondence;
import com.ecom.signup.environment.Environment;
import com.ecom.signup.token.Secret;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that a browser is recognised by as the one in which somebody registered. No page of
 * another origin can send it (RFC 6265bis, SameSite and the prefix {@code __Host-}).
 */
@Singleton
final class Screen {
  private static final Duration TIME = Duration.ofDays(1);

  private final RandomGenerator random;
  private final boolean secure;

  Screen(RandomGenerator random, Environment environment) {
    this.random = random;
    this.secure =
        environment
            .correspondence()
            .map(Correspondence::publicUrl)
            .filter(url -> "https".equals(url.getScheme()))
            .isPresent();
  }

  private String name() {
    return secure ? "__Host-screen" : "screen";
  }

  /** The secret of the browser that asks; null if it has none yet. */
  @Nullable Secret of(HttpServerRequest request) {
    Cookie cookie = request.getCookie(name());
    return cookie != null && Secret.isOne(cookie.getValue()) ? new Secret(cookie.getValue()) : null;
  }

  /** The same, or a new one that goes with the answer. */
  Secret mark(HttpServerRequest request) {
    Secret known = of(request);
    Secret secret = known == null ? Secret.random(random) : known;
    request
        .response()
        .addCookie(
            Cookie.cookie(name(), secret.value())
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(TIME.toSeconds()));
    return secret;
  }
}
