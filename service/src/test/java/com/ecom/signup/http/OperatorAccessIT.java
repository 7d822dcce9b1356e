package com.ecom.signup.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets to the routes for operators, and how strictly those read. */
final class OperatorAccessIT {
  private static Stage stage;
  private static ServiceProcess service;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    service = stage.startService();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/events",
    "GET, /v1/customers/01a20aa5-0fba-7547-9ebe-d15afe0ef8b5",
    "GET, /v1/customers/01a20aa5-0fba-7547-9ebe-d15afe0ef8b5/events",
    "POST, /v1/events/retry-parked",
    "POST, /v1/events/01a20aa5-0fba-7547-9ebe-d15afe0ef8b5:1/retry",
    "POST, /v1/events/01a20aa5-0fba-7547-9ebe-d15afe0ef8b5:1/discard",
    "GET, /v1/replays",
    "POST, /v1/replays",
    "GET, /v1/replays/01a20aa5-0fba-7547-9ebe-d15afe0ef8b5",
    "POST, /v1/replays/01a20aa5-0fba-7547-9ebe-d15afe0ef8b5/cancel",
    "GET, /v1/reconciliations",
    "POST, /v1/reconciliations"
  })
  void letsNobodyInWithoutTheToken(String method, String path) {
    for (String authorization :
        new String[] {"", "Bearer wrong", "Basic " + Stage.OPERATOR_TOKEN, Stage.OPERATOR_TOKEN}) {
      HttpRequest.Builder request =
          service.request(path).method(method, HttpRequest.BodyPublishers.noBody());
      if (!authorization.isEmpty()) {
        request.header("authorization", authorization);
      }
      HttpResponse<String> answer = service.send(request.build());

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Bearer");
      assertThat(answer.body()).contains("operator-token-required");
    }
  }

  @Test
  void takesTheSchemeInAnyCaseAndCountsRefusals() {
    HttpRequest.Builder request = service.request("/v1/replays");

    assertThat(
            service
                .send(request.header("authorization", "bEaReR " + Stage.OPERATOR_TOKEN).build())
                .statusCode())
        .isEqualTo(200);
    service.send(service.request("/v1/replays").build());
    assertThat(service.health("/metrics").body())
        .containsPattern("signup_operator_requests_refused_total [1-9]");
  }

  @Test
  void isClosedWithoutToken() {
    try (ServiceProcess closed = stage.startService(Map.of("OPERATOR_TOKEN", ""))) {
      HttpResponse<String> answer = closed.operate("/v1/events");

      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("operator-access-closed");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"too-short", "with a space in it, though it is long"})
  void refusesToStartWithWeakToken(String token) {
    Map<String, String> variables = stage.variables();
    variables.put("OPERATOR_TOKEN", token);
    ServiceProcess refused = ServiceProcess.launch(variables);

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.log())
        .contains("OPERATOR_TOKEN is of no use; expected at least 24")
        .doesNotContain(token);
  }

  @Test
  void showsCustomer() {
    String location =
        service
            .send(
                service
                    .request("/v1/customers")
                    .header("content-type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            Registrants.customer("shown@example.com")))
                    .build())
            .headers()
            .firstValue("location")
            .orElseThrow();
    HttpResponse<String> shown = service.operate(location);

    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.headers().firstValue("etag")).hasValue("\"1\"");
    assertThat(shown.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(shown.body())
        .contains("\"status\":\"active\"", "\"email\":\"shown@example.com\"", "+14165550123");
    assertThat(service.operate("/v1/customers/" + UUID.randomUUID()).body())
        .contains("customer-unknown");
    assertThat(service.operate("/v1/customers/1").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/events?status=lost | not-readable",
        "/v1/events?status=delivered | not-readable",
        "/v1/events?after=anything | not-readable",
        "/v1/events?limit=0 | not-readable",
        "/v1/events?limit=1001 | not-readable",
        "/v1/events?limit=1&limit=2 | repeated-parameter",
        "/v1/events?stauts=parked | unknown-parameter"
      })
  void refusesParametersThatItCannotRead(String path, String code) {
    HttpResponse<String> answer = service.operate(path);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"parameter\":", "\"code\":\"" + code + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/replays | {} | missing",
        "/v1/replays | {\"customer_id\": \"1\"} | not-readable",
        "/v1/replays | {\"from\": \"yesterday\"} | not-readable",
        "/v1/replays | {\"type\": \"t\", \"events_per_second\": 0} | out-of-range",
        "/v1/replays | {\"type\": \"t\", \"events_per_second\": \"9\"} | not-a-number",
        "/v1/replays | {\"type\": \"t\", \"rate\": 1} | unknown-member",
        "/v1/reconciliations | {\"repair\": \"yes\"} | not-a-boolean",
        "/v1/events/retry-parked | {\"typ\": \"t\"} | unknown-member"
      })
  void refusesBodiesThatItCannotRead(String path, String json, String code) {
    HttpResponse<String> answer = service.operate(path, json);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"pointer\":\"#/", "\"code\":\"" + code + "\"");
  }
}
