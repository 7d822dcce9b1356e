package com.ecom.signup.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.ecom.signup.local.port.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People whom an OpenID provider knows, by token and at the console. */
final class SignInIT {
  private static final HttpClient BROWSER =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private static Stage stage;
  private static OpenIdStandIn provider;
  private static ServiceProcess service;

  @BeforeAll
  static void open() throws IOException {
    stage = Stage.open();
    provider = new OpenIdStandIn();
    String port = String.valueOf(FreePort.find());
    service =
        stage.startService(
            Map.of(
                "PORT",
                port,
                "OPERATOR_TOKEN",
                "",
                "OIDC_ISSUER",
                provider.issuer(),
                "OIDC_CLIENT_ID",
                OpenIdStandIn.CLIENT,
                "PUBLIC_URL",
                "http://localhost:" + port));
  }

  @AfterAll
  static void close() {
    stage.close();
    provider.close();
  }

  @Test
  void letsPeopleInByTheirToken() throws Exception {
    provider.signInAs("auditor");
    String token = provider.signed(provider.access().build());

    assertThat(bearing(token, "/v1/audit")).isEqualTo(200);
    assertThat(bearing(token, "/v1/quarantine")).isEqualTo(403);
    assertThat(bearing(token.substring(0, token.length() - 8) + "AAAAAAAA", "/v1/audit"))
        .isEqualTo(401);
    assertThat(bearing(Stage.OPERATOR_TOKEN, "/v1/audit")).isEqualTo(401);
  }

  @Test
  void signsInByTheProvider() throws Exception {
    provider.signInAs("support");
    HttpResponse<String> begun = get("/console/login", "");
    String attempt = cookie(begun);
    HttpResponse<String> back = get(atProvider(begun), attempt);

    assertThat(back.statusCode()).isEqualTo(303);
    String session = cookie(back);
    assertThat(get("/console", session).headers().firstValue("location"))
        .hasValue("/console/customers");
    assertThat(get("/console/customers", session).body()).contains("f3a1c9d2");
    assertThat(
            stage.count(
                """
                select count(*)
                from customer.audit_entry
                where action = 'signed-in' and actor = 'f3a1c9d2' and actor_kind = 'person'
                """))
        .isPositive();
    HttpResponse<String> out =
        BROWSER.send(
            service
                .request("/console/logout")
                .header("cookie", session)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(out.body()).contains(provider.issuer() + "/leave?");
    assertThat(get("/console", session).statusCode()).isEqualTo(303);
  }

  private static String session(String role) throws Exception {
    provider.signInAs(role);
    HttpResponse<String> begun = get("/console/login", "");
    return cookie(get(atProvider(begun), cookie(begun)));
  }

  @Test
  void showsEachRoleItsPlacesOfTheConsole() throws Exception {
    String support = session("support") + "; operator-reason=YSB0ZXN0";
    String auditor = session("auditor") + "; operator-reason=YSB0ZXN0";

    assertThat(get("/console", auditor).headers().firstValue("location"))
        .hasValue("/console/events");
    assertThat(get("/console/audit", auditor).body())
        .contains("href=\"/console/audit\" aria-current=\"page\"")
        .doesNotContain("href=\"/console/customers\"", "href=\"/console/imports\"");
    assertThat(get("/console/customers", support).body())
        .contains("id=\"q\"", "href=\"/console/quarantine\"")
        .doesNotContain("href=\"/console/audit\"");
    HttpResponse<String> denied = get("/console/customers", auditor);
    assertThat(denied.statusCode()).isEqualTo(403);
    assertThat(denied.body()).contains("You may not see this", "href=\"/console/audit\"");
    assertThat(get("/console/audit", support).statusCode()).isEqualTo(403);
    String erase = "/console/customers/" + UUID.randomUUID() + "/erase";
    assertThat(get(erase, support).statusCode()).isEqualTo(403);
    assertThat(
            stage.count(
                """
                select count(*)
                from customer.audit_entry
                where action = 'access-denied' and details = '{permission,customers:erase}'
                """))
        .isPositive();
  }

  @Test
  void refusesWhoComesBackToAnotherBrowser() throws Exception {
    HttpResponse<String> begun = get("/console/login", "");
    String callback = atProvider(begun);
    String stranger = cookie(get("/console/login", ""));

    assertThat(get(callback, stranger).statusCode()).isEqualTo(403);
    assertThat(get(callback, "").statusCode()).isEqualTo(403);
    assertThat(get(callback.replace("state=", "state=x"), cookie(begun)).statusCode())
        .isEqualTo(403);
  }

  @Test
  void takesEachCodeOnce() throws Exception {
    provider.signInAs("support");
    HttpResponse<String> begun = get("/console/login", "");
    String callback = atProvider(begun);

    assertThat(get(callback, cookie(begun)).statusCode()).isEqualTo(303);
    assertThat(get(callback, cookie(begun)).statusCode()).isEqualTo(403);
  }

  @Test
  void opensNoSessionToWhoHasNoRole() throws Exception {
    provider.signInAs("visitor");
    HttpResponse<String> begun = get("/console/login", "");

    assertThat(get(atProvider(begun), cookie(begun)).statusCode()).isEqualTo(403);
    assertThat(
            stage.count(
                "select count(*) from customer.audit_entry where action = 'sign-in-refused'"))
        .isPositive();
    provider.signInAs("support");
  }

  @Test
  void takesNoPasswordBesideTheProvider() throws Exception {
    HttpResponse<String> answer =
        BROWSER.send(
            service
                .request("/console/login")
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("password="))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  private static int bearing(String token, String path) throws Exception {
    return BROWSER
        .send(
            service
                .request(path)
                .header("authorization", "Bearer " + token)
                .header("audit-reason", "a test")
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  /** What the provider sends the browser back to. */
  private static String atProvider(HttpResponse<String> begun) throws Exception {
    URI address = URI.create(begun.headers().firstValue("location").orElseThrow());
    assertThat(address.getQuery()).contains("code_challenge_method=S256", "state=", "nonce=");
    String back =
        BROWSER
            .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
            .headers()
            .firstValue("location")
            .orElseThrow();
    URI callback = URI.create(back);
    return callback.getRawPath() + "?" + callback.getRawQuery();
  }

  private static HttpResponse<String> get(String path, String cookie) throws Exception {
    return BROWSER.send(
        service.request(path).header("cookie", cookie).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().allValues("set-cookie").stream()
        .filter(one -> !one.contains("Max-Age=0"))
        .map(one -> one.substring(0, one.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }
}
