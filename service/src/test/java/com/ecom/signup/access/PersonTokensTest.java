package com.ecom.signup.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.environment.OpenId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens as an attacker would make them, and as providers do. */
final class PersonTokensTest {
  private OpenIdStandIn provider;
  private PersonTokens tokens;

  @BeforeEach
  void open() throws IOException {
    provider = new OpenIdStandIn();
    OpenId openId =
        new OpenId(
            provider.issuer(), OpenIdStandIn.CLIENT, "", "", URI.create("http://localhost:1"));
    tokens = new PersonTokens(openId, new Discovery(openId, Clock.systemUTC()));
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void knowsWhomTheProviderKnows() {
    Caller caller = tokens.find(provider.signed(provider.access().build())).orElseThrow();

    assertThat(caller.subject()).isEqualTo("f3a1c9d2");
    assertThat(caller.kind()).isEqualTo(Caller.Kind.PERSON);
    assertThat(caller.permissions()).isEqualTo(Role.OPERATOR.permissions());
  }

  @Test
  void takesTokensOfCognitoThatNameTheClientAndNoAudience() {
    assertThat(
            tokens.find(
                provider.signed(
                    provider
                        .access()
                        .audience((String) null)
                        .claim("client_id", OpenIdStandIn.CLIENT)
                        .claim("token_use", "access")
                        .claim("cognito:groups", List.of("support"))
                        .build())))
        .isPresent();
  }

  @Test
  void refusesSignatureOfAnother() {
    RSAKey own = OpenIdStandIn.newKey();
    RSAKey disguised = new RSAKey.Builder(own).keyID(provider.key().getKeyID()).build();

    refuses(OpenIdStandIn.signed(provider.access().build(), own));
    refuses(OpenIdStandIn.signed(provider.access().build(), disguised));
  }

  @Test
  void refusesChangedClaims() {
    String[] parts = provider.signed(provider.access().build()).split("\\.", -1);
    String[] other =
        provider.signed(provider.access().subject("somebody else").build()).split("\\.", -1);

    refuses(parts[0] + "." + other[1] + "." + parts[2]);
  }

  @Test
  void refusesTokensWithoutSignature() {
    String plain = new PlainJWT(provider.access().build()).serialize();

    refuses(plain);
    refuses(plain + "AAAA");
  }

  /** The public key taken for a shared secret: the classic confusion (RFC 8725, section 2.1). */
  @Test
  void refusesPublicKeyAsSharedSecret() throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(provider.key().getKeyID()).build(),
            provider.access().build());
    token.sign(new MACSigner(provider.key().toRSAPublicKey().getEncoded()));

    refuses(token.serialize());
  }

  @Test
  void refusesTokensOfOtherIssuersForOthersAndExpired() {
    refuses(signed(provider.access().issuer("https://other.example")));
    refuses(signed(provider.access().audience("another-client")));
    refuses(signed(provider.access().audience((String) null)));
    refuses(signed(provider.access().expirationTime(at(-120))));
    refuses(signed(provider.access().expirationTime(null)));
    refuses(signed(provider.access().notBeforeTime(at(600))));
    refuses(signed(provider.access().subject(null)));
  }

  @Test
  void forgivesClocksThatDifferALittle() {
    assertThat(tokens.find(signed(provider.access().expirationTime(at(-20))))).isPresent();
  }

  @Test
  void refusesIdTokens() {
    refuses(signed(provider.access().claim("nonce", "n")));
    refuses(signed(provider.access().claim("token_use", "id")));
    refuses(signed(provider.access().claim("typ", "ID")));
  }

  @Test
  void readsKeysAgainWhenTheyRotate() {
    assertThat(tokens.find(signed(provider.access()))).isPresent();
    provider.rotate();

    assertThat(tokens.find(signed(provider.access()))).isPresent();
    assertThat(provider.keyReadings()).isEqualTo(2);
  }

  @Test
  void asksTheProviderSeldomHoweverManyUnknownKeysAreNamed() {
    assertThat(tokens.find(signed(provider.access()))).isPresent();
    for (int i = 0; i < 50; i++) {
      refuses(OpenIdStandIn.signed(provider.access().build(), provider.key()) + "x");
      RSAKey renamed = new RSAKey.Builder(provider.key()).keyID("unknown-" + i).build();
      refuses(OpenIdStandIn.signed(provider.access().build(), renamed));
    }

    assertThat(provider.keyReadings()).isLessThanOrEqualTo(3);
    assertThat(tokens.find(signed(provider.access()))).isPresent();
  }

  private String signed(JWTClaimsSet.Builder claims) {
    return provider.signed(claims.build());
  }

  private static Date at(long seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  private void refuses(String token) {
    assertThat(tokens.find(token)).isEmpty();
  }
}
