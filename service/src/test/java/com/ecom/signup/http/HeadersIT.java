package com.ecom.signup.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.AnswerJson;
import com.ecom.signup.Poll;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the head of every answer says, and what the log says of the request. */
final class HeadersIT {
  private static final String ID = "x-request-id";

  private static Stage stage;
  private static ServiceProcess service;
  private static ServiceProcess alone;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    service =
        stage.startService(
            Map.of(
                "TRUSTED_PROXIES", "127.0.0.0/8,::1",
                "SIGNUP_HTTP_ACCESS_LOG", "true",
                "PUBLIC_URL", "https://shop.example.com",
                "MAIL_FROM", "shop@example.com"));
    alone = stage.startService();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  /** Every path of the published document, with every method, and what is beside it. */
  static Stream<String> routes() {
    Stream<String> described =
        AnswerJson.of(service.send(service.request("/openapi.json").build()))
            .get("paths")
            .properties()
            .stream()
            .flatMap(
                path ->
                    path.getValue().properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(List.of("get", "head", "post", "put", "patch", "delete")::contains)
                        .map(
                            method ->
                                method.toUpperCase(Locale.ROOT) + " " + filled(path.getKey())));
    return Stream.concat(
        described,
        Stream.of(
            "GET /",
            "HEAD /docs",
            "GET /docs",
            "GET /docs/",
            "GET /redoc",
            "GET /openapi.json",
            "GET /assets/pages.css",
            "GET /assets/signup.js",
            "GET /problems/busy",
            "GET /welcome",
            "GET /waiting",
            "GET /confirm",
            "GET /account",
            "POST /confirm",
            "POST /",
            "GET /nothing",
            "GET /v1/nothing",
            "DELETE /customer-registration",
            "DELETE /v1/customers",
            "TRACE /"));
  }

  private static String filled(String path) {
    return path.replaceAll("\\{[^}]*}", "00000000-0000-7000-8000-000000000000");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void hardensEveryAnswer(String route) {
    String[] words = route.split(" ", -1);
    HttpHeaders headers =
        service
            .send(
                service
                    .request(words[1])
                    .header("accept", "text/html")
                    .method(words[0], HttpRequest.BodyPublishers.noBody())
                    .build())
            .headers();

    assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
    assertThat(headers.firstValue("referrer-policy").orElse("")).isIn("no-referrer", "same-origin");
    assertThat(headers.firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(headers.firstValue("cross-origin-resource-policy")).hasValue("same-origin");
    assertThat(headers.firstValue("strict-transport-security")).hasValue("max-age=31536000");
    assertThat(headers.firstValue("cache-control").orElse(""))
        .isIn("no-store", "no-cache", "private, no-cache");
    assertThat(headers.firstValue(ID).orElse("")).matches("[0-9a-f]{2,32}");
    assertThat(headers.allValues(ID)).hasSize(1);
    if (headers.firstValue("content-type").orElse("").startsWith("text/html")) {
      assertThat(headers.firstValue("cross-origin-opener-policy")).hasValue("same-origin");
      assertThat(headers.firstValue("permissions-policy").orElse("")).contains("camera=()");
      assertThat(headers.firstValue("x-frame-options")).hasValue("DENY");
    }
  }

  @Test
  void asksForHttpsOnlyWherePeopleComeByIt() {
    assertThat(alone.send(alone.request("/docs").build()).headers().map())
        .doesNotContainKey("strict-transport-security");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-request-id", "x-amzn-trace-id"})
  void keepsTheNameThatATrustedProxyGives(String header) {
    assertThat(named(service, header, "Root=1-67891233-abcdef012345678912345678"))
        .isEqualTo("Root=1-67891233-abcdef012345678912345678");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "<script>", "{\"a\":1}", "%0a", "é"})
  void refusesNamesThatCouldBeSomethingElseInALog(String name) {
    assertThat(named(service, ID, name)).matches("[0-9a-f]{2,32}");
    assertThat(named(service, ID, "x".repeat(129))).matches("[0-9a-f]{2,32}");
  }

  @Test
  void takesNoNameFromAnybodyElse() {
    assertThat(named(alone, ID, "mine")).matches("[0-9a-f]{2,32}");
  }

  private static String named(ServiceProcess by, String header, String name) {
    return by.send(by.request("/").header(header, name).build())
        .headers()
        .firstValue(ID)
        .orElseThrow();
  }

  @Test
  void writesOneLineForARequestIfWantedWithTheRouteAndNoValue() {
    String id = id(service.send(service.request("/v1/nothing?who=logged@example.com").build()));
    HttpResponse<String> registered =
        service.post("/customer-registration", Registrants.registration("logged@example.com"));

    Poll.until(
        "the requests are in the log",
        Duration.ofSeconds(10),
        () -> service.log().contains(" ms " + id(registered)));
    assertThat(service.log())
        .containsPattern("POST /customer-registration 200 \\d+ ms " + id(registered))
        .containsPattern("any elsewhere 404 \\d+ ms " + id)
        .doesNotContain("logged@", "/v1/nothing");
    assertThat(service.log().lines().filter(line -> line.contains(" ms " + id)))
        .as("named in its diagnostic context too")
        .singleElement()
        .asString()
        .contains("\"request_id\":\"" + id + "\"")
        .doesNotContain(id(registered));
    assertThat(alone.log()).doesNotContain("/customer-registration");
  }

  private static String id(HttpResponse<String> answer) {
    return answer.headers().firstValue(ID).orElseThrow();
  }
}
