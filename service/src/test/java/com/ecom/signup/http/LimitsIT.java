package com.ecom.signup.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a body may hold, what attackers put into it, and what the public port hides. */
final class LimitsIT {
  private static final int LIMIT = 64 * 1024;

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

  @Test
  void takesBodyOf64KiBAndNotOneByteMore() {
    assertThat(register(padded("fits@example.com", LIMIT)).statusCode()).isEqualTo(200);

    HttpResponse<String> tooLarge = register(padded("large@example.com", LIMIT + 1));
    assertThat(tooLarge.statusCode()).isEqualTo(413);
    assertThat(tooLarge.body()).isEqualTo("{\"detail\":\"The body is larger than 64 KiB.\"}");
    assertThat(
            stage.count(
                "select count(*) from customer.cust_registration where email_key ="
                    + " 'large@example.com'"))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {LIMIT + 1, 300_000, 3_000_000})
  void refusesLargeBodiesOfUnknownLength(int size) {
    byte[] body = padded("chunked@example.com", size).getBytes(StandardCharsets.UTF_8);

    HttpResponse<String> answer =
        service.send(
            service
                .request("/customer-registration")
                .header("content-type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build());

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  private static String padded(String address, int size) {
    String json = Registrants.registration(address).replaceFirst("}$", ", \"padding\": \"");
    return json + "x".repeat(size - json.length() - 2) + "\"}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x'); drop table customer.cust_registration; --@example.com",
        "x' or '1'='1@example.com",
        "x@example.com' union select version() --",
        "x@example.com\\u0000",
        "x@example.com\\r\\nBcc: everybody@example.com",
        "\\ud800@example.com",
      })
  void sqlInjectionAndHeaderInjectionInAddressesAreRefused(String address) {
    assertThat(register(Registrants.registration(address)).statusCode()).isEqualTo(422);
    assertThat(service.post("/verify-registratration", Registrants.lookup(address)).statusCode())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'); drop table customer.event; --",
        "' || (select version()) || '",
        "{\\\"a\\\",\\\\N,NULL}",
        "<script>alert(1)</script>",
        "${jndi:ldap://example.com}",
        "%s%n\\\\",
      })
  void sqlAndMarkupInNamesAreStoredAsTheyAre(String name) {
    String address = "attack." + Integer.toHexString(name.hashCode()) + "@example.com";

    assertThat(register(Registrants.registration(address, name)).statusCode()).isEqualTo(200);
    assertThat(
            stage.count(
                "select count(*) from customer.cust_registration where email_key = ? and first_name"
                    + " = ?",
                address,
                name.replace("\\\"", "\"").replace("\\\\", "\\")))
        .isEqualTo(1);
  }

  @Test
  void tellsTheNamesOfTheFieldsThatAreWrongAndNoValues() {
    HttpResponse<String> answer =
        register(
            Registrants.registration("not an address", "\\u0007secret")
                .replace("Toronto", "")
                .replace("ON", "Atlantis"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "[\"body\",\"first_name\"]",
            "[\"body\",\"email_id\"]",
            "[\"body\",\"province\"]",
            "[\"body\",\"city\"]")
        .doesNotContain("secret", "not an address", "Atlantis");
  }

  @Test
  void refusesCountryThatIsNoTextWithEverythingElseThatIsWrong() {
    HttpResponse<String> answer =
        register(
            Registrants.registration("country@example.com", " ")
                .replaceFirst("}$", ", \"country\": [\"CA\"]}"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("[\"body\",\"first_name\"]")
        .contains(
            "{\"loc\":[\"body\",\"country\"],\"msg\":\"str type"
                + " expected\",\"type\":\"type_error.str\"}");
  }

  @Test
  void keepsHealthOffThePublicPort() {
    assertThat(service.send(service.request("/health/live").build()).statusCode()).isEqualTo(404);
    assertThat(service.send(service.request("/q/health").build()).statusCode()).isEqualTo(404);
    assertThat(service.health("/health/live").statusCode()).isEqualTo(200);
    assertThat(service.health("/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void servesThePagesWithTheirAssets() {
    assertThat(service.send(service.request("/").header("accept", "text/html").build()).body())
        .contains("<form");
    assertThat(service.send(service.request("/assets/swagger-ui-bundle.js").build()).statusCode())
        .isEqualTo(200);
    assertThat(service.send(service.request("/assets/redoc.standalone.js").build()).statusCode())
        .isEqualTo(200);
    assertThat(
            service.send(service.request("/assets/../application.properties").build()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void publishesTheDocumentThatIsInTheRepository() throws IOException {
    assertThat(service.send(service.request("/openapi.json").build()).body())
        .isEqualTo(Files.readString(Path.of("../docs/openapi.json")));
  }

  @Test
  void continuesClientsThatAskBeforeTheySend() {
    HttpResponse<String> answer =
        service.send(
            service
                .request("/customer-registration")
                .expectContinue(true)
                .header("content-type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        Registrants.registration("expects@example.com")))
                .build());

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void keepsPersonalDataOutOfItsLog() {
    register(Registrants.registration("unlogged@example.com", "Unlogged"));

    assertThat(service.log()).doesNotContain("unlogged", "Unlogged", "+14165550123", "\tat ");
  }

  private static HttpResponse<String> register(String json) {
    return service.post("/customer-registration", json);
  }
}
