package com.ecom.signup.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the old service was sent and answered, row by row, and what we answer. */
final class RecordedIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static Stage stage;
  private static ServiceProcess service;

  /** The rows that the recording says were in the table before. */
  @BeforeAll
  static void openWithTheGivenRows() {
    stage =
        Stage.open(
            """
            create schema customer;
            create table customer.cust_registration (
              first_name text, last_name text, email_id text, phone text, province text, city text,
              postacode text, is_active boolean default true);
            insert into customer.cust_registration values
              ('N', 'N', 'null@example.com', '1', 'ON', 'Toronto', 'M5V 2T6', null),
              ('O', 'O', 'off@example.com', '1', 'ON', 'Toronto', 'M5V 2T6', false),
              ('O', 'O', 'off@example.com', '1', 'ON', 'Toronto', 'M5V 2T6', true);
            """);
    service = stage.startService();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @TestFactory
  Stream<DynamicTest> answersEveryRowAsItsFieldOursSays() throws IOException {
    return Stream.concat(
        rows().stream()
            .map(row -> DynamicTest.dynamicTest(row.get("name").asText(), () -> replay(row))),
        Stream.of(
            DynamicTest.dynamicTest(
                "one customer and one event per address",
                RecordedIT::assertOneCustomerAndOneEventPerAddress)));
  }

  private static void assertOneCustomerAndOneEventPerAddress() {
    long customers = stage.count("select count(*) from customer.cust_registration where is_active");
    long events = stage.count("select count(*) from customer.event");

    assertThat(
            stage.count(
                "select count(distinct email_key) from customer.cust_registration where is_active"))
        .isEqualTo(customers);
    assertThat(events)
        .as("adopted customers were announced by the old service")
        .isEqualTo(customers - 1);
  }

  private static List<JsonNode> rows() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(RecordedIT.class.getResourceAsStream("/recorded.jsonl")),
                StandardCharsets.UTF_8))) {
      return lines.lines().map(RecordedIT::parse).toList();
    }
  }

  private static void replay(JsonNode row) {
    HttpResponse<String> answer = service.send(request(row));
    String ours = row.get("ours").asText();
    switch (ours) {
      case "same" -> assertSame(row, answer, false);
      case "same status; same body, save that the wording of msg for malformed JSON is free" ->
          assertSame(row, answer, true);
      case "free to exist", "may be absent" -> assertThat(answer.statusCode()).isIn(200, 404);
      case "405 or 200 with Allow" -> {
        assertThat(answer.statusCode()).isIn(200, 405);
        assertThat(answer.headers().firstValue("allow")).isPresent();
      }
      case "422" -> assertRefused(answer);
      case "422 or 200 User does not exist" -> assertRefused(answer);
      case "200, the same as the old spelling" -> {
        HttpResponse<String> oldSpelling =
            service.post("/verify-registratration", row.get("body").asText());
        assertAnswer(answer, oldSpelling.body());
      }
      case "200 User exist.You may login", "one customer per address: the migration decides" ->
          assertAnswer(answer, "\"User exist.You may login\"");
      case "200 User does not exist" -> assertAnswer(answer, "\"User does not exist\"");
      case "200" -> assertAnswer(answer, "\"User exist.You may login\"");
      case "200, one row",
          "200, no second customer, no second event (a safe retry)",
          "200, no second customer, no second event (same person, same details)" -> {
        assertAnswer(answer, "\"registration is successfull\"");
        String address = parse(row.get("body").asText()).get("email_id").asText();
        assertThat(customersWith(address)).isEqualTo(1);
        assertThat(eventsOf(address)).isEqualTo(1);
      }
      case "200, assets from the service itself" -> {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type"))
            .contains("text/html; charset=utf-8");
        assertThat(answer.body()).doesNotContain("https://", "http://", "src=\"//");
      }
      case "200, OpenAPI 3.1, the three old paths with the same schemas and more" ->
          assertOpenApi(answer);
      default -> throw new AssertionError("no expectation for: " + ours);
    }
  }

  private static long customersWith(String address) {
    return stage.count(
        "select count(*) from customer.cust_registration where is_active and email_key = lower(?)",
        address);
  }

  private static long eventsOf(String address) {
    return stage.count(
        """
        select count(*)
        from customer.event
        join customer.cust_registration on id = customer_id
        where email_key = lower(?)
        """,
        address);
  }

  private static HttpRequest request(JsonNode row) {
    HttpRequest.Builder request = service.request(row.get("path").asText());
    row.get("headers")
        .properties()
        .forEach(header -> request.header(header.getKey(), header.getValue().asText()));
    return request.method(row.get("method").asText(), body(row)).build();
  }

  /** The recording shortens bodies that repeat one letter 10,000 times. */
  private static HttpRequest.BodyPublisher body(JsonNode row) {
    if (row.get("body").isNull()) {
      return HttpRequest.BodyPublishers.noBody();
    }
    String long10000 = "x".repeat(10_000);
    String text =
        switch (row.get("name").asText()) {
          case "register_long_10000_every_field" ->
              "{\"first_name\": \"%1$s\", \"last_name\": \"%1$s\", \"email_id\": \"%1$s\", \"phone\": \"%1$s\", \"province\": \"%1$s\", \"city\": \"%1$s\", \"postalcode\": \"%1$s\"}"
                  .formatted(long10000);
          case "verify_long_10000" -> "{\"email_id\": \"%s\"}".formatted(long10000);
          default -> row.get("body").asText();
        };
    return HttpRequest.BodyPublishers.ofString(text);
  }

  private static void assertSame(JsonNode row, HttpResponse<String> answer, boolean freeWording) {
    assertThat(answer.statusCode()).isEqualTo(row.get("status").asInt());
    String recorded = row.get("response_body").asText();
    if (recorded.isEmpty()) {
      assertThat(answer.body()).isEmpty();
    } else if (row.get("response_content_type").asText().equals("application/json")) {
      assertThat(comparable(answer.body(), freeWording))
          .isEqualTo(comparable(recorded, freeWording));
    } else {
      assertThat(answer.body()).isEqualTo(recorded);
    }
    if (row.get("response_content_type").isTextual()) {
      assertThat(answer.headers().firstValue("content-type"))
          .contains(row.get("response_content_type").asText());
    }
  }

  private static JsonNode comparable(String body, boolean freeWording) {
    JsonNode json = parse(body);
    if (freeWording && json.path("detail") instanceof ArrayNode detail) {
      for (JsonNode item : detail) {
        ((ObjectNode) item).remove("msg");
        ((ObjectNode) item.get("ctx")).remove("msg");
      }
    }
    return json;
  }

  private static void assertAnswer(HttpResponse<String> answer, String body) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(body);
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(parse(answer.body()).get("detail"))
        .isNotEmpty()
        .allSatisfy(
            item -> {
              assertThat(item.get("loc").get(0).asText()).isEqualTo("body");
              assertThat(item.get("msg").asText()).isNotBlank();
              assertThat(item.get("type").asText()).isNotBlank();
            });
  }

  private static void assertOpenApi(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode document = parse(answer.body());
    assertThat(document.get("openapi").asText()).startsWith("3.1");
    assertThat(document.get("paths").fieldNames())
        .toIterable()
        .contains("/", "/customer-registration", "/verify-registratration");
    assertThat(document.at("/components/schemas/Customerdetails/required")).hasSize(7);
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + json, e);
    }
  }
}
