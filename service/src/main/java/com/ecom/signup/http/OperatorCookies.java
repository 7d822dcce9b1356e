package com.ecom.signup.http;

import com.ecom.signup.access.Sessions;
import com.ecom.signup.environment.Correspondence;
import com.ecom.signup.environment.Environment;
import com.ecom.signup.environment.OpenId;
import com.ecom.signup.token.Secret;
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

  private final Cookies cookies;

  OperatorCookies(Environment environment) {
    boolean secure =
        environment
            .openId()
            .map(OpenId::publicUrl)
            .or(() -> environment.correspondence().map(Correspondence::publicUrl))
            .filter(url -> "https".equals(url.getScheme()))
            .isPresent();
    this.cookies = new Cookies(secure, CookieSameSite.LAX);
  }

  /** What is in one; null if it is not there. */
  @Nullable Secret read(HttpServerRequest request, Kind kind) {
    return cookies.read(request, kind.word);
  }

  void write(HttpServerRequest request, Kind kind, Secret secret) {
    cookies.write(request, kind.word, secret.value(), kind.life);
  }

  /** Takes one away. */
  void remove(HttpServerRequest request, Kind kind) {
    cookies.write(request, kind.word, "", Duration.ZERO);
  }
}
