package com.ecom.signup.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.AnswerJson;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may look up, who has to wait, and what operators decide. */
final class PoliciesIT {
  private static final String TOKEN = "look-up-of-the-tests-only";

  private static Stage stage;
  private static ServiceProcess service;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    Map<String, String> variables = new HashMap<>();
    variables.put("SIGNUP_LOOKUP", "trusted");
    variables.put("LOOKUP_TOKEN", TOKEN);
    variables.put("SIGNUP_ABUSE_CALLER_RATE", "20");
    variables.put("TRUSTED_PROXIES", "127.0.0.0/8,::1/128");
    service = stage.startService(variables);
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static HttpResponse<String> lookUp(String... headers) {
    HttpRequest.Builder request =
        service
            .request("/verify-registration")
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"email_id\": \"a@example.com\"}"));
    return service.send(headers.length == 0 ? request.build() : request.headers(headers).build());
  }

  @Test
  void letsOnlyTrustedOnesLookUp() {
    HttpResponse<String> refused = lookUp();
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("www-authenticate")).contains("Bearer");
    assertThat(lookUp("authorization", "Bearer " + TOKEN + "x").statusCode()).isEqualTo(401);
    assertThat(lookUp("authorization", "Bearer " + TOKEN).body())
        .isEqualTo("\"User does not exist\"");
  }

  private static HttpResponse<String> register(String client, String name, String address) {
    return service.send(
        service
            .request("/v1/customers")
            .header("content-type", "application/json")
            .header("x-forwarded-for", client)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    """
                    {"first_name": "%s", "last_name": "Patel", "email": "%s",
                     "phone": "416-555-0123", "province": "ON", "city": "Toronto",
                     "postal_code": "M5V 2T6"}
                    """
                        .formatted(name, address)))
            .build());
  }

  @Test
  void boundsWhatOneCallerRegisters() {
    for (int i = 0; i < 20; i++) {
      assertThat(register("192.0.2.1", "Asha", "many" + i + "@example.com").statusCode())
          .isEqualTo(201);
    }

    HttpResponse<String> refused = register("192.0.2.1", "Asha", "more@example.com");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("retry-after")).isPresent();
    assertThat(AnswerJson.of(refused).get("code").asText()).isEqualTo("too-many-requests");
    assertThat(register("192.0.2.2", "Asha", "more@example.com").statusCode()).isEqualTo(201);
  }

  @Test
  void keepsNamesWithLinksForAnOperator() {
    HttpResponse<String> answer =
        register("192.0.2.3", "win at www.evil.example", "spam@example.com");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(known("spam@example.com")).isZero();
    JsonNode waiting = AnswerJson.of(service.operate("/v1/quarantine")).get("registrations");
    assertThat(waiting.toString()).contains("spam@example.com");
    String id = AnswerJson.of(answer).get("id").asText();
    assertThat(service.operate("/v1/quarantine/" + id + "/release", "").statusCode())
        .isEqualTo(200);
    assertThat(known("spam@example.com")).isOne();
    assertThat(service.operate("/v1/quarantine/" + id + "/release", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void dropsWhatOperatorDoesNotWant() {
    String id =
        AnswerJson.of(register("192.0.2.4", "http://evil.example", "bad@example.com"))
            .get("id")
            .asText();

    assertThat(service.operate("/v1/quarantine/" + id + "/drop", "").statusCode()).isEqualTo(200);
    assertThat(
            stage.count(
                "select count(*) from customer.pending_registration where email_key = ?",
                "bad@example.com"))
        .isZero();
  }

  @Test
  void followsWhatOperatorsSayOfDisposableDomains() {
    assertThat(register("192.0.2.5", "Asha", "a@mailinator.com").statusCode()).isEqualTo(422);
    assertThat(put("throwaway.example", true).statusCode()).isEqualTo(200);
    assertThat(put("no domain", true).statusCode()).isEqualTo(422);
    assertThat(service.operate("/v1/disposable-domains").body()).contains("throwaway.example");
    assertThat(register("192.0.2.6", "Asha", "b@throwaway.example").statusCode()).isEqualTo(422);
    assertThat(delete("throwaway.example").statusCode()).isEqualTo(200);
    assertThat(delete("throwaway.example").statusCode()).isEqualTo(404);
    assertThat(register("192.0.2.6", "Asha", "b@throwaway.example").statusCode()).isEqualTo(201);
  }

  private static HttpResponse<String> put(String domain, boolean disposable) {
    return service.send(
        operator("/v1/disposable-domains/" + domain.replace(" ", "%20"))
            .PUT(HttpRequest.BodyPublishers.ofString("{\"disposable\": " + disposable + "}"))
            .build());
  }

  private static HttpResponse<String> delete(String domain) {
    return service.send(operator("/v1/disposable-domains/" + domain).DELETE().build());
  }

  private static HttpRequest.Builder operator(String path) {
    return service
        .request(path)
        .header("authorization", "Bearer " + Stage.OPERATOR_TOKEN)
        .header("audit-reason", "a test");
  }

  private static long known(String address) {
    return stage.count(
        "select count(*) from customer.cust_registration where email_key = ?", address);
  }
}
