package com.ecom.signup.access;

import com.ecom.signup.environment.OpenId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that an OpenID provider signed: who it is, for us, not expired, by one of two algorithms
 * (RFC 8725). Its keys are read when first needed, kept for minutes, and read again for a key that
 * is not known, though not more than twice in half a minute, whatever is sent.
 */
final class PersonTokens {
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  private static final int LONGEST = 8192;
  private static final int LONGEST_SUBJECT = 255;
  private static final long OUTAGE_MILLIS = 3_600_000;

  private final OpenId openId;
  private final Discovery discovery;
  private @Nullable DefaultJWTProcessor<SecurityContext> processor;

  PersonTokens(OpenId openId, Discovery discovery) {
    this.openId = openId;
    this.discovery = discovery;
  }

  /** Whether a text has the form of one (RFC 7515, section 7.1). */
  static boolean isOne(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches();
  }

  /** Whose access token it is; empty if it is no good. May wait for the provider. */
  Optional<Caller> find(String accessToken) {
    return verified(accessToken)
        .filter(this::isForAccess)
        .map(claims -> caller(claims, Roles.of(claims, openId.rolesClaim())));
  }

  /** A person, and what their roles allow. */
  static Caller caller(JWTClaimsSet claims, Set<String> roles) {
    return new Caller(claims.getSubject(), Caller.Kind.PERSON, Role.permissions(roles));
  }

  /** What a token of the provider says; empty if it is no good. */
  Optional<JWTClaimsSet> verified(String token) {
    try {
      JWTClaimsSet claims = processor().process(token, null);
      return claims.getSubject().length() <= LONGEST_SUBJECT
          ? Optional.of(claims)
          : Optional.empty();
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return Optional.empty();
    }
  }

  /**
   * For us, and for access: an ID token says who signed in, not that they call. Amazon Cognito
   * names the client in {@code client_id} and the use in {@code token_use}, Keycloak that in {@code
   * typ}.
   */
  private boolean isForAccess(JWTClaimsSet claims) {
    boolean ours = isFor(claims) || openId.clientId().equals(claims.getClaims().get("client_id"));
    return ours
        && claims.getClaim("nonce") == null
        && !"id".equals(claims.getClaim("token_use"))
        && !"ID".equals(claims.getClaim("typ"));
  }

  /** Whether it is addressed to us. */
  boolean isFor(JWTClaimsSet claims) {
    return claims.getAudience().contains(openId.clientId());
  }

  private synchronized DefaultJWTProcessor<SecurityContext> processor() {
    DefaultJWTProcessor<SecurityContext> known = processor;
    if (known == null) {
      known = new DefaultJWTProcessor<>();
      known.setJWSTypeVerifier(
          new DefaultJOSEObjectTypeVerifier<>(
              JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
      known.setJWSKeySelector(
          new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), keys()));
      known.setJWTClaimsSetVerifier(
          new DefaultJWTClaimsVerifier<>(
              new JWTClaimsSet.Builder().issuer(openId.issuer()).build(), Set.of("sub", "exp")));
      processor = known;
    }
    return known;
  }

  private JWKSource<SecurityContext> keys() {
    try {
      return JWKSourceBuilder.create(discovery.provider().keys().toURL(), Discovery.retriever())
          .refreshAheadCache(false)
          .outageTolerant(OUTAGE_MILLIS)
          .build();
    } catch (MalformedURLException e) {
      throw new ProviderUnavailableException("has no address for its keys");
    }
  }
}
