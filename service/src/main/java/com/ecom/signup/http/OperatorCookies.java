package com.ecom.signup.http;

import com.ecom.signup.access.Sessions;
import com.ecom.signup.environment.Correspondence;
import com.ecom.signup.environment.Environment;
import com.ecom.signup.environment.OpenId;
import com.ecom.signup.token.Secret;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of people at the console: their session, their attempt to sign in while they are at
 * the provider, and what they have set for themselves. They come back from there by a link of
 * another site, with which browsers send {@code SameSite=Lax} cookies and no stricter ones; forms
 * are held to {@link SameOrigin} besides.
 */
@Singleton
final class OperatorCookies {
  /** Which of them. */
  enum Kind {
    SESSION("operator", Sessions.LIFE),
    ATTEMPT("operator-attempt", Duration.ofMinutes(10)),
    REASON("operator-reason", Duration.ofHours(1)),
    LANGUAGE("operator-language", Duration.ofDays(365));

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

  /** The text in one; empty if it is not there, or was not written here. */
  Optional<String> text(HttpServerRequest request, Kind kind) {
    String coded = cookies.text(request, kind.word);
    try {
      return coded == null
          ? Optional.empty()
          : Optional.of(new String(Base64.getUrlDecoder().decode(coded), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Writes a text, whose characters a cookie could not all have as they are. */
  void write(HttpServerRequest request, Kind kind, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String coded = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    cookies.write(request, kind.word, coded, kind.life);
  }

  /** Takes one away. */
  void remove(HttpServerRequest request, Kind kind) {
    cookies.write(request, kind.word, "", Duration.ZERO);
  }
}
