package com.ecom.signup.http;

import com.ecom.signup.access.Sessions;
import com.ecom.signup.environment.Correspondence;
import com.ecom.signup.environment.Environment;
import com.ecom.signup.environment.OpenId;
import com.ecom.signup.token.Secret;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of people at the console: their session, and their attempt to sign in while they are
 * at the provider. They come back from there by a link of another site, with which browsers send
 * {@code SameSite=Lax} cookies and no stricter ones; forms are held to {@link SameOrigin} besides.
 */
@Singleton
final class OperatorCookies {
  /** Which of them. */
  enum Kind {
    SESSION("operator", Sessions.LIFE),
    ATTEMPT("operator-attempt", Duration.ofMinutes(10));

    private final String word;
    private final Duration life;

    Kind(String word, Duration life) {
      this.word = word;
      this.life = life;
    }
  }

  private final boolean secure;

  OperatorCookies(Environment environment) {
    this.secure =
        environment
            .openId()
            .map(OpenId::publicUrl)
            .or(() -> environment.correspondence().map(Correspondence::publicUrl))
            .filter(url -> "https".equals(url.getScheme()))
            .isPresent();
  }

  /** What is in one; null if it is not there. */
  @Nullable Secret read(HttpServerRequest request, Kind kind) {
    Cookie cookie = request.getCookie(name(kind));
    return cookie != null && Secret.isOne(cookie.getValue()) ? new Secret(cookie.getValue()) : null;
  }

  void write(HttpServerRequest request, Kind kind, Secret secret) {
    write(request, kind, secret.value(), kind.life);
  }

  /** Takes one away. */
  void remove(HttpServerRequest request, Kind kind) {
    write(request, kind, "", Duration.ZERO);
  }

  private void write(HttpServerRequest request, Kind kind, String value, Duration time) {
    request
        .response()
        .addCookie(
            Cookie.cookie(name(kind), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(time.toSeconds()));
  }

  private String name(Kind kind) {
    return secure ? "__Host-" + kind.word : kind.word;
  }
}
