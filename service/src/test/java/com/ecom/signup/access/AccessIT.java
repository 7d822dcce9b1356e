package com.ecom.signup.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.AnswerJson;
import com.ecom.signup.Poll;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keys for machines, the permissions of every route, and the session of who has the password. */
final class AccessIT {
  private static final Path DOCUMENT = Path.of("../docs/openapi.json");

  private static Stage stage;
  private static ServiceProcess service;
  private static ServiceProcess other;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    service = stage.startService();
    other = stage.startService();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void opensEachRouteToItsPermissionAlone() throws IOException {
    String all =
        Arrays.stream(Permission.values()).map(Permission::scope).collect(Collectors.joining(" "));
    JsonNode paths = JsonMapper.builder().build().readTree(DOCUMENT.toFile()).get("paths");
    Map<String, String> with =
        Arrays.stream(Permission.values())
            .collect(Collectors.toMap(Permission::scope, one -> key(one.scope())));
    Map<String, String> without =
        Arrays.stream(Permission.values())
            .collect(
                Collectors.toMap(
                    Permission::scope,
                    one -> key(all.replace(one.scope(), "").strip().replaceAll(" +", " "))));
    int routes = 0;
    for (var path : paths.properties()) {
      for (var method : path.getValue().properties()) {
        String scope = method.getValue().at("/security/0/operator/0").asText();
        if (!scope.isEmpty()) {
          String verb = method.getKey().toUpperCase(Locale.ROOT);
          String place = path.getKey().replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
          HttpResponse<String> denied = ask(verb, place, without.getOrDefault(scope, ""));

          assertThat(denied.statusCode()).as(verb + " " + place).isEqualTo(403);
          assertThat(denied.body()).contains("permission-missing", scope);
          assertThat(denied.headers().firstValue("www-authenticate").orElseThrow())
              .contains("insufficient_scope", scope);
          assertThat(ask(verb, place, with.getOrDefault(scope, "")).statusCode())
              .as(verb + " " + place)
              .isNotIn(401, 403, 500, 503);
          assertThat(ask(verb, place, "").statusCode()).isEqualTo(401);
          routes++;
        }
      }
    }
    assertThat(routes).isGreaterThan(20);
    assertThat(
            stage.count("select count(*) from customer.audit_entry where action = 'access-denied'"))
        .isGreaterThan(20);
  }

  @Test
  void showsKeyOnceAndKeepsItsHash() {
    HttpResponse<String> made = make("events:read");
    String text = AnswerJson.of(made).get("key").asText();

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(text).startsWith("ecomreg_");
    assertThat(service.operate("/v1/api-keys").body()).contains("events:read").doesNotContain(text);
    assertThat(
            stage.count(
                "select count(*) from customer.api_key as key where key::text like ?",
                "%" + text.substring(8, 40) + "%"))
        .isZero();
    assertThat(ask("GET", "/v1/events", text).statusCode()).isEqualTo(200);
    assertThat(service.operate("/v1/api-keys").body()).contains("last_used_at");
  }

  @Test
  void revokesKeyOnEveryReplica() {
    JsonNode made = AnswerJson.of(make("events:read"));
    String text = made.get("key").asText();
    assertThat(ask(other, "GET", "/v1/events", text).statusCode()).isEqualTo(200);

    assertThat(ask("DELETE", "/v1/api-keys/" + made.get("id").asText(), token()).statusCode())
        .isEqualTo(200);
    Poll.until(
        "the key is refused",
        Duration.ofSeconds(20),
        () ->
            ask("GET", "/v1/events", text).statusCode() == 401
                && ask(other, "GET", "/v1/events", text).statusCode() == 401);
    assertThat(ask("DELETE", "/v1/api-keys/" + made.get("id").asText(), token()).body())
        .contains("key-unknown");
  }

  @Test
  void refusesExpiredKey() {
    JsonNode made = AnswerJson.of(make("events:read"));
    stage.execute(
        "update customer.api_key set expires_at = now() where id = '%s'"
            .formatted(made.get("id").asText()));

    assertThat(ask("GET", "/v1/events", made.get("key").asText()).statusCode()).isEqualTo(401);
  }

  @Test
  void letsNobodyMakeKeysThatMayMoreThanThey() {
    String minter = key("keys:write events:read");

    assertThat(make(minter, "events:read").statusCode()).isEqualTo(201);
    assertThat(make(minter, "customers:read").statusCode()).isEqualTo(403);
    assertThat(make("everything").statusCode()).isEqualTo(422);
  }

  @Test
  void opensSessionToWhoHasThePassword() {
    HttpResponse<String> form = browse("/console/login", "");
    assertThat(form.body()).contains("type=\"password\"");
    assertThat(browse("/console", "").headers().firstValue("location")).hasValue("/console/login");

    assertThat(login("wrong", "same-origin").statusCode()).isEqualTo(403);
    assertThat(login(Stage.OPERATOR_TOKEN, "cross-site").statusCode()).isEqualTo(403);
    HttpResponse<String> in = login(Stage.OPERATOR_TOKEN, "same-origin");
    assertThat(in.statusCode()).isEqualTo(303);
    String cookie = in.headers().firstValue("set-cookie").orElseThrow();
    assertThat(cookie)
        .contains("HTTPOnly", "SameSite=Lax", "Path=/")
        .doesNotContain(Stage.OPERATOR_TOKEN);
    String session = cookie.substring(0, cookie.indexOf(';'));

    assertThat(browse("/console/events", session).body()).contains("operator-token");
    assertThat(post("/console/logout", "", session, "cross-site").statusCode()).isEqualTo(403);
    assertThat(browse("/console/events", session).statusCode()).isEqualTo(200);
    assertThat(post("/console/logout", "", session, "same-origin").statusCode()).isEqualTo(200);
    assertThat(browse("/console/events", session).statusCode()).isEqualTo(303);
  }

  @Test
  void endsSessionThatIsIdleOrOld() {
    for (String change :
        new String[] {
          "used_at = now() - interval '31 minutes'", "expires_at = now() - interval '1 second'"
        }) {
      String cookie =
          login(Stage.OPERATOR_TOKEN, "same-origin")
              .headers()
              .firstValue("set-cookie")
              .orElseThrow();
      String session = cookie.substring(0, cookie.indexOf(';'));
      assertThat(browse("/console/events", session).statusCode()).isEqualTo(200);
      stage.execute("update customer.operator_session set " + change);

      assertThat(browse("/console/events", session).statusCode()).isEqualTo(303);
    }
  }

  @Test
  void endsSessionsWithThePasswordThatOpenedThem() {
    String cookie =
        login(Stage.OPERATOR_TOKEN, "same-origin").headers().firstValue("set-cookie").orElseThrow();
    String session = cookie.substring(0, cookie.indexOf(';'));
    assertThat(isLetIn(other, session)).isTrue();
    ServiceProcess rotated =
        stage.startService(Map.of("OPERATOR_TOKEN", "another-token-of-some-length"));
    assertThat(isLetIn(rotated, session)).isFalse();
    rotated.close();
  }

  private static boolean isLetIn(ServiceProcess replica, String session) {
    return !replica
        .send(replica.request("/console").header("cookie", session).build())
        .headers()
        .firstValue("location")
        .orElse("")
        .contains("login");
  }

  private static String token() {
    return Stage.OPERATOR_TOKEN;
  }

  private static String key(String scope) {
    return AnswerJson.of(make(scope)).get("key").asText();
  }

  private static HttpResponse<String> make(String scope) {
    return make(token(), scope);
  }

  private static HttpResponse<String> make(String bearer, String scope) {
    return service.send(
        service
            .request("/v1/api-keys")
            .header("authorization", "Bearer " + bearer)
            .POST(BodyPublishers.ofString("{\"name\": \"test\", \"scope\": \"" + scope + "\"}"))
            .build());
  }

  private static HttpResponse<String> ask(String method, String path, String bearer) {
    return ask(service, method, path, bearer);
  }

  private static HttpResponse<String> ask(
      ServiceProcess replica, String method, String path, String bearer) {
    HttpRequest.Builder request =
        replica
            .request(path)
            .header("audit-reason", "a test")
            .method(method, BodyPublishers.noBody());
    if (!bearer.isEmpty()) {
      request.header("authorization", "Bearer " + bearer);
    }
    return replica.send(request.build());
  }

  private static HttpResponse<String> browse(String path, String cookie) {
    return service.send(service.request(path).header("cookie", cookie).build());
  }

  private static HttpResponse<String> login(String password, String site) {
    return post(
        "/console/login",
        "password=" + URLEncoder.encode(password, StandardCharsets.UTF_8),
        "",
        site);
  }

  private static HttpResponse<String> post(String path, String body, String cookie, String site) {
    return service.send(
        service
            .request(path)
            .header("cookie", cookie)
            .header("sec-fetch-site", site)
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }
}
