package com.ecom.signup.access;

import com.ecom.signup.environment.OpenId;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Gives a provider its code back, and gets tokens for it (RFC 6749, section 4.1.3). */
record CodeExchange(OpenId openId) {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /**
   * What a code is worth; empty texts where it is nothing.
   *
   * @param accessToken may be of any form
   */
  record Tokens(String idToken, String accessToken) {
    @Override
    public String toString() {
      return "Tokens[***]";
    }
  }

  Tokens of(URI endpoint, String code, String redirectUri, String verifier) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirectUri);
    form.put("client_id", openId.clientId());
    form.put("code_verifier", verifier);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .timeout(TIMEOUT)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
    if (!openId.clientSecret().isEmpty()) {
      request.header("authorization", basic());
    }
    return read(send(request.build()));
  }

  /** RFC 6749, section 2.3.1: each part is encoded as in a form first. */
  private String basic() {
    String both = encoded(openId.clientId()) + ":" + encoded(openId.clientSecret());
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  /** People sign in seldom, so no client is kept. */
  private static HttpResponse<String> send(HttpRequest request) {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new ProviderUnavailableException("takes no code (" + e.getClass().getName() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderUnavailableException("was not waited for");
    }
  }

  private static Tokens read(HttpResponse<String> answer) {
    try {
      Map<String, Object> said =
          answer.statusCode() == 200 ? JSONObjectUtils.parse(answer.body()) : Map.of();
      return new Tokens(text(said, "id_token"), text(said, "access_token"));
    } catch (ParseException e) {
      return new Tokens("", "");
    }
  }

  private static String text(Map<String, Object> said, String name) throws ParseException {
    return Objects.requireNonNullElse(JSONObjectUtils.getString(said, name), "");
  }

  /** An address with these parameters beside those that it has. */
  static String with(URI address, Map<String, String> parameters) {
    return address + (address.getRawQuery() == null ? "?" : "&") + encoded(parameters);
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
