package com.ecom.signup.access;

import com.ecom.signup.environment.OpenId;
import com.ecom.signup.token.Hashes;
import com.ecom.signup.token.Secret;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The authorization code flow (OpenID Connect Core 1.0, section 3.1) with PKCE (RFC 7636). What has
 * to be remembered meanwhile is one secret in a cookie of the browser, from which state, nonce and
 * verifier are derived; so any replica can finish what another began.
 */
public final class SignIn {
  /** Where the provider sends people back to. */
  public static final String CALLBACK = "/console/callback";

  /** Where people are sent who have signed out of the provider. */
  private static final String AFTER = "/console/login";

  private final OpenId openId;
  private final Discovery discovery;
  private final PersonTokens tokens;
  private final CodeExchange exchange;

  SignIn(OpenId openId, Discovery discovery, PersonTokens tokens) {
    this.openId = openId;
    this.discovery = discovery;
    this.tokens = tokens;
    this.exchange = new CodeExchange(openId);
  }

  /**
   * Where to send somebody.
   *
   * @param attempt stays in their browser until they come back
   * @throws ProviderUnavailableException if the provider cannot be asked
   */
  public String address(Secret attempt) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", openId.clientId());
    parameters.put("redirect_uri", openId.page(CALLBACK));
    parameters.put("scope", "openid");
    parameters.put("state", derived(attempt, "state"));
    parameters.put("nonce", derived(attempt, "nonce"));
    parameters.put("code_challenge", base64(Hashes.sha256(derived(attempt, "verifier"))));
    parameters.put("code_challenge_method", "S256");
    return CodeExchange.with(discovery.provider().authorization(), parameters);
  }

  /**
   * Who came back; empty if it is somebody else, or the provider does not say who.
   *
   * @throws ProviderUnavailableException if the provider cannot be asked
   */
  public Optional<Caller> finish(Secret attempt, String state, String code) {
    if (!same(derived(attempt, "state"), state)) {
      return Optional.empty();
    }
    CodeExchange.Tokens given =
        exchange.of(
            discovery.provider().token(),
            code,
            openId.page(CALLBACK),
            derived(attempt, "verifier"));
    return tokens
        .verified(given.idToken())
        .filter(tokens::isFor)
        .filter(claims -> same(derived(attempt, "nonce"), nonce(claims)))
        .map(claims -> caller(claims, given.accessToken()));
  }

  /** The roles are in the one token or in the other, as the provider has it. */
  private Caller caller(JWTClaimsSet claims, String accessToken) {
    Set<String> roles = Roles.of(claims, openId.rolesClaim());
    Caller caller = PersonTokens.caller(claims, roles);
    return roles.isEmpty() && PersonTokens.isOne(accessToken)
        ? tokens
            .find(accessToken)
            .filter(same -> same.subject().equals(caller.subject()))
            .orElse(caller)
        : caller;
  }

  private static String nonce(JWTClaimsSet claims) {
    return String.valueOf(claims.getClaim("nonce"));
  }

  /**
   * Where to sign out of the provider too (OpenID Connect RP-Initiated Logout 1.0), if it is so.
   */
  public Optional<String> leaving() {
    URI end = discovery.provider().endSession();
    return Optional.ofNullable(end)
        .map(
            address ->
                CodeExchange.with(
                    address,
                    Map.of(
                        "client_id",
                        openId.clientId(),
                        "post_logout_redirect_uri",
                        openId.page(AFTER))));
  }

  private static String derived(Secret attempt, String purpose) {
    return base64(
        Hashes.keyed(
            attempt.value().getBytes(StandardCharsets.US_ASCII),
            purpose.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
