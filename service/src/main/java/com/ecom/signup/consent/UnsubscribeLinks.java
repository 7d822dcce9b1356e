package com.ecom.signup.consent;

import com.ecom.signup.environment.Correspondence;
import com.ecom.signup.environment.Environment;
import com.ecom.signup.token.SigningKey;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The address by which a customer unsubscribes with one click (RFC 8058). */
@Singleton
public final class UnsubscribeLinks {
  private final Optional<Correspondence> places;
  private final UnsubscribeTokens tokens;

  UnsubscribeLinks(Environment environment, SigningKey key) {
    this.places = environment.correspondence();
    this.tokens = new UnsubscribeTokens(() -> key.hash("unsubscribe", ""));
  }

  /** For the header {@code List-Unsubscribe}; empty where no public address is known. */
  public Optional<String> of(UUID customerId) {
    return places.map(
        known ->
            known.page("/unsubscribe?token=" + tokens.of(customerId, Consents.MARKETING_EMAIL)));
  }

  /** Who wants to hear no more; empty for what was not made here. */
  public Optional<UnsubscribeTokens.Target> read(String token) {
    return tokens.read(token);
  }
}
