package com.ecom.signup.access;

import com.ecom.signup.environment.OpenId;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the provider for its addresses, once; after a failure, not at once again. */
final class Discovery {
  private static final int TIMEOUT_MILLIS = 2000;
  private static final int MOST_BYTES = 256 * 1024;
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final String PATH = "/.well-known/openid-configuration";

  private final OpenId openId;
  private final Clock clock;
  private @Nullable Provider known;
  private Instant nextAttempt = Instant.MIN;

  Discovery(OpenId openId, Clock clock) {
    this.openId = openId;
    this.clock = clock;
  }

  /** Reads what a provider publishes: waits are bounded, and sizes. */
  static DefaultResourceRetriever retriever() {
    return new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES);
  }

  /**
   * The provider.
   *
   * @throws ProviderUnavailableException if it cannot be asked
   */
  synchronized Provider provider() {
    Provider provider = known;
    if (provider == null) {
      if (clock.instant().isBefore(nextAttempt)) {
        throw new ProviderUnavailableException("did not answer a moment ago");
      }
      nextAttempt = clock.instant().plus(PAUSE);
      provider = ask();
      known = provider;
    }
    return provider;
  }

  private Provider ask() {
    try {
      URI address = new URI(openId.issuer().replaceFirst("/+$", "") + PATH);
      Map<String, Object> said =
          JSONObjectUtils.parse(retriever().retrieveResource(address.toURL()).getContent());
      if (!openId.issuer().equals(JSONObjectUtils.getString(said, "issuer"))) {
        throw new ProviderUnavailableException("calls itself otherwise than OIDC_ISSUER");
      }
      return new Provider(
          uri(said, "authorization_endpoint").orElseThrow(Discovery::incomplete),
          uri(said, "token_endpoint").orElseThrow(Discovery::incomplete),
          uri(said, "jwks_uri").orElseThrow(Discovery::incomplete),
          uri(said, "end_session_endpoint").orElse(null));
    } catch (IOException | ParseException | URISyntaxException e) {
      throw new ProviderUnavailableException("does not answer (" + e.getClass().getName() + ")");
    }
  }

  private static ProviderUnavailableException incomplete() {
    return new ProviderUnavailableException("does not say all of its addresses");
  }

  private static Optional<URI> uri(Map<String, Object> said, String name) throws ParseException {
    return Optional.ofNullable(JSONObjectUtils.getURI(said, name));
  }
}
