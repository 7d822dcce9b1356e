package com.ecom.signup.environment;

import java.net.URI;
import java.util.Optional;

/**
 * Who knows the people that operate the service (OpenID Connect Core 1.0), and as what they know
 * it.
 *
 * @param issuer as it stands in each token
 * @param clientSecret empty for a public client, which proves itself by PKCE alone
 * @param rolesClaim where a token has the roles, with a dot before each step; empty for the usual
 *     places
 * @param publicUrl where people find this service
 */
public record OpenId(
    String issuer, String clientId, String clientSecret, String rolesClaim, URI publicUrl) {
  static Optional<OpenId> of(Settings settings) {
    return settings
        .uri("OIDC_ISSUER")
        .map(
            issuer ->
                new OpenId(
                    safe(issuer).toString(),
                    settings.required("OIDC_CLIENT_ID"),
                    settings.or("OIDC_CLIENT_SECRET", ""),
                    settings.or("OIDC_ROLES_CLAIM", ""),
                    settings.uri("PUBLIC_URL", settings.required("PUBLIC_URL"))));
  }

  /** Keys that came over an open network would prove nothing. */
  private static URI safe(URI issuer) {
    if (!"https".equals(issuer.getScheme()) && !Loopback.is(issuer.getHost())) {
      throw new MisconfiguredException(
          "OIDC_ISSUER is \"%s\"; expected an address that begins with https".formatted(issuer));
    }
    return issuer;
  }

  /** The address of a page. */
  public String page(String path) {
    return publicUrl.toString().replaceFirst("/+$", "") + path;
  }

  @Override
  public String toString() {
    return "OpenId[" + issuer + "]";
  }
}
