package com.ecom.signup.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An OpenID provider that lets in whoever comes, and signs what it says. */
final class OpenIdStandIn implements AutoCloseable {
  static final String CLIENT = "registration-console";

  private final HttpServer server;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final AtomicInteger keyReadings = new AtomicInteger();
  private volatile RSAKey key = newKey();
  private volatile List<String> roles = List.of("operator");

  OpenIdStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", this::discover);
    server.createContext("/keys", this::keys);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From now on, another key is published and signed with. */
  void rotate() {
    key = newKey();
  }

  RSAKey key() {
    return key;
  }

  int keyReadings() {
    return keyReadings.get();
  }

  /** Those who sign in from now on have these roles. */
  void signInAs(String... names) {
    roles = List.of(names);
  }

  /** Claims of an access token that is good, in the manner of Keycloak. */
  JWTClaimsSet.Builder access() {
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .subject("f3a1c9d2")
        .audience(CLIENT)
        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
        .claim("realm_access", Map.of("roles", roles));
  }

  String signed(JWTClaimsSet claims) {
    return signed(claims, key);
  }

  static String signed(JWTClaimsSet claims, RSAKey key) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void discover(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", \
        "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys", \
        "end_session_endpoint": "%1$s/leave"}\
        """
            .formatted(issuer()));
  }

  private void keys(HttpExchange exchange) throws IOException {
    keyReadings.incrementAndGet();
    answer(exchange, new JWKSet(key.toPublicJWK()).toString());
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = parameters(exchange.getRequestURI().toString(), true);
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    exchange
        .getResponseHeaders()
        .add(
            "Location",
            asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  /** Each code is good once, and only with its verifier. */
  private void token(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> sent = parameters(body, false);
    Map<String, String> asked = codes.remove(sent.getOrDefault("code", ""));
    if (asked == null
        || !challenge(sent.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))
        || !Objects.equals(sent.get("redirect_uri"), asked.get("redirect_uri"))) {
      exchange.sendResponseHeaders(400, -1);
      exchange.close();
      return;
    }
    String id =
        signed(
            new JWTClaimsSet.Builder(access().build())
                .claim("realm_access", null)
                .claim("nonce", asked.get("nonce"))
                .build());
    answer(
        exchange,
        "{\"token_type\": \"Bearer\", \"id_token\": \"%s\", \"access_token\": \"%s\"}"
            .formatted(id, signed(access().build())));
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> parameters(String text, boolean hasPath) {
    Map<String, String> parameters = new ConcurrentHashMap<>();
    new QueryStringDecoder(text, hasPath)
        .parameters()
        .forEach((name, values) -> parameters.put(name, values.getFirst()));
    return parameters;
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
