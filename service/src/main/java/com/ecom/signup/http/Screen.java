package com.ecom.signup.http;

import com.ecom.signup.environment.Correspondence;
import com.ecom.signup.environment.Environment;
import com.ecom.signup.token.Secret;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The cookies: by one, a browser is recognised as that in which somebody registered, by the other,
 * as that of somebody who has proved the address. No page of another origin can send them (RFC
 * 6265bis, SameSite and the prefix {@code __Host-}), and no script read them.
 */
@Singleton
final class Screen {
  private static final String SCREEN = "screen";
  private static final String ACCOUNT = "account";

  private static final Duration TIME = Duration.ofDays(1);
  private static final Duration SESSION = Duration.ofMinutes(30);

  private final RandomGenerator random;
  private final Cookies cookies;

  Screen(RandomGenerator random, Environment environment) {
    this.random = random;
    boolean secure =
        environment
            .correspondence()
            .map(Correspondence::publicUrl)
            .filter(url -> "https".equals(url.getScheme()))
            .isPresent();
    this.cookies = new Cookies(secure, CookieSameSite.STRICT);
  }

  /** The secret of the browser that asks; null if it has none yet. */
  @Nullable Secret of(HttpServerRequest request) {
    return cookies.read(request, SCREEN);
  }

  /** The same, or a new one that goes with the answer. */
  Secret mark(HttpServerRequest request) {
    Secret known = of(request);
    Secret secret = known == null ? Secret.random(random) : known;
    cookies.write(request, SCREEN, secret.value(), TIME);
    return secret;
  }

  /** The session of somebody; null if there is none. */
  @Nullable Secret account(HttpServerRequest request) {
    return cookies.read(request, ACCOUNT);
  }

  /** Gives a browser a session. */
  void open(HttpServerRequest request, Secret session) {
    cookies.write(request, ACCOUNT, session.value(), SESSION);
  }

  /** Takes the session away. */
  void close(HttpServerRequest request) {
    cookies.write(request, ACCOUNT, "", Duration.ZERO);
  }
}
