package com.ecom.signup.http;

import static com.ecom.signup.Registrants.customer;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.AnswerJson;
import com.ecom.signup.Poll;
import com.ecom.signup.RawConnection;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registering through {@code /v1/customers}, with and without a key. */
final class CustomersIT {
  private static final Duration SOON = Duration.ofSeconds(10);

  private static Stage stage;
  private static ServiceProcess service;
  private static ServiceProcess replica;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    service = stage.startService();
    replica = stage.startService();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void createsCustomer() throws Exception {
    HttpResponse<String> answer = register(service, customer("created@example.com"));

    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode body = AnswerJson.of(answer);
    assertThat(body.properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("id", "status", "registered_at");
    String id = body.get("id").asText();
    assertThat(body.get("status").asText()).isEqualTo("active");
    assertThat(answer.headers().firstValue("location")).hasValue("/v1/customers/" + id);
    assertThat(answer.headers().firstValue("etag")).hasValue("\"1\"");
    assertThat(
            stage.count(
                """
                select count(*)
                from customer.cust_registration
                join customer.event on customer_id = id and occurred_at = registered_at
                where id = ?::uuid and email_key = 'created@example.com'
                  and registered_at = ?::timestamptz
                """,
                id,
                body.get("registered_at").asText()))
        .isEqualTo(1);
  }

  @Test
  void saysWhatIsWrongInTheLanguageOfTheCaller() {
    HttpResponse<String> answer =
        service.send(
            service
                .request("/v1/customers")
                .header("content-type", "application/json")
                .header("accept-language", "fr-CA, en;q=0.5")
                .POST(HttpRequest.BodyPublishers.ofString(customer("asha@")))
                .build());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("content-language")).hasValue("fr");
    assertThat(answer.headers().firstValue("vary")).hasValue("accept-language");
    JsonNode problem = AnswerJson.of(answer);
    assertThat(problem.get("code").asText()).isEqualTo("validation-failed");
    assertThat(problem.get("title").asText()).isEqualTo("Une valeur n’est pas valide");
    assertThat(problem.at("/errors/0/detail").asText()).contains("un domaine est attendu");
  }

  @Test
  void refusesAddressThatIsRegistered() throws Exception {
    register(service, customer("held@example.com"));

    assertProblem(register(service, customer("HELD@example.com")), 409, "address-registered");
  }

  @ParameterizedTest
  @CsvSource({"replayed@example.com", "held.before@example.com"})
  void givesTheSameAnswerOnEveryReplica(String address) throws Exception {
    if (address.startsWith("held")) {
      register(service, customer(address));
    }
    String key = "\"" + UUID.randomUUID() + "\"";
    HttpResponse<String> first = register(service, customer(address), key);
    HttpResponse<String> again = register(replica, customer(address), key);
    HttpResponse<String> third;
    try (ServiceProcess later = stage.startService()) {
      third = register(later, customer(address), key);
    }

    assertThat(first.statusCode()).isEqualTo(address.startsWith("held") ? 409 : 201);
    assertThat(again.statusCode()).isEqualTo(first.statusCode());
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(headers(again)).isEqualTo(headers(first));
    assertThat(third.body()).isEqualTo(first.body());
    assertThat(headers(third)).isEqualTo(headers(first));
    assertThat(
            stage.count(
                "select count(*) from customer.cust_registration where email_key = ?", address))
        .isEqualTo(1);
  }

  @Test
  void givesTheSameAnswerAfterTheCustomerHasChanged() throws Exception {
    String key = UUID.randomUUID().toString();
    HttpResponse<String> first = register(service, customer("changes@example.com"), key);
    stage.execute(
        "update customer.cust_registration set is_active = false, version = 2"
            + " where email_key = 'changes@example.com'");

    assertThat(register(service, customer("changes@example.com"), key).body())
        .isEqualTo(first.body());
  }

  @Test
  void takesTheKeyWithAndWithoutQuotesAndMembersInAnyOrderForTheSame() throws Exception {
    HttpResponse<String> first = register(service, customer("order@example.com"), "order-1");
    String reordered =
        """
        { "postal_code": "M5V 2T6", "city": "Toronto", "province": "ON", "phone": "+14165550123",
          "email": "order@example.com", "last_name": "Patel", "first_name": "Asha" }
        """;

    assertThat(register(service, reordered, "\"order-1\"").body()).isEqualTo(first.body());
  }

  @Test
  void refusesAnotherBodyUnderTheSameKey() throws Exception {
    register(service, customer("first.body@example.com"), "body-1");

    assertProblem(
        register(replica, customer("other.body@example.com"), "body-1"),
        422,
        "idempotency-key-reused");
    assertThat(customers("other.body@example.com")).isZero();
  }

  @Test
  void leavesTheKeyFreeWhenTheBodyIsRefused() throws Exception {
    assertProblem(register(service, customer("nobody"), "free-1"), 422, "validation-failed");

    assertThat(register(service, customer("somebody@example.com"), "free-1").statusCode())
        .isEqualTo(201);
  }

  @Test
  void saysThatTheFirstRequestIsUnderWay() throws Exception {
    CompletableFuture<HttpResponse<String>> first;
    try (Connection other = stage.database().connection();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("lock table customer.event in access exclusive mode");
      first = send(service, customer("slow@example.com"), "slow-1");
      awaitBatchThatWaits();
      HttpResponse<String> second = register(service, customer("slow@example.com"), "slow-1");
      assertProblem(second, 409, "idempotency-key-in-progress");
      assertThat(second.headers().firstValue("retry-after")).hasValue("1");
      other.rollback();
    }

    assertThat(first.join().statusCode()).isEqualTo(201);
    assertThat(register(service, customer("slow@example.com"), "slow-1").body())
        .isEqualTo(first.join().body());
  }

  @Test
  void makesOneCustomerOfManyRequestsWithOneKeyOnTwoReplicas() throws Exception {
    for (int round = 0; round < 10; round++) {
      String address = "raced." + round + "@example.com";
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(send(i % 2 == 0 ? service : replica, customer(address), "race-" + round));
      }
      List<HttpResponse<String>> all = answers.stream().map(CompletableFuture::join).toList();

      assertThat(all).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409));
      assertThat(all.stream().filter(answer -> answer.statusCode() == 201).map(HttpResponse::body))
          .isNotEmpty()
          .containsOnly(register(service, customer(address), "race-" + round).body());
      assertThat(all.stream().filter(answer -> answer.statusCode() == 409))
          .allSatisfy(answer -> assertProblem(answer, 409, "idempotency-key-in-progress"));
      assertThat(customers(address)).isEqualTo(1);
    }
  }

  @Test
  void mixesRequestsWithAndWithoutKeyInOneBatch() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> keyed = new ArrayList<>();
    List<CompletableFuture<HttpResponse<String>>> bare = new ArrayList<>();
    try (Connection other = stage.database().connection();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("lock table customer.event in access exclusive mode");
      for (int i = 0; i < 20; i++) {
        keyed.add(send(service, customer("mixed." + i + "@example.com"), "mixed-" + i));
        bare.add(send(service, customer("mixed." + (i + 10) + "@example.com"), ""));
      }
      awaitBatchThatWaits();
      other.rollback();
    }

    long created =
        Stream.concat(keyed.stream(), bare.stream())
            .map(CompletableFuture::join)
            .filter(answer -> answer.statusCode() == 201)
            .count();
    assertThat(created).isEqualTo(30);
    for (int i = 0; i < 30; i++) {
      assertThat(customers("mixed." + i + "@example.com")).isEqualTo(1);
    }
    for (int i = 0; i < 20; i++) {
      assertThat(register(replica, customer("mixed." + i + "@example.com"), "mixed-" + i).body())
          .isEqualTo(keyed.get(i).join().body());
    }
  }

  @Test
  void forgetsKeysAfterTheirTime() {
    try (Stage other = Stage.open();
        ServiceProcess forgetful =
            ServiceProcess.start(with(other.variables(), "SIGNUP_IDEMPOTENCY_RETENTION", "1s"))) {
      assertThat(send(forgetful, customer("once@example.com"), "once").join().statusCode())
          .isEqualTo(201);
      Poll.until(
          "the key is forgotten",
          SOON,
          () -> other.count("select count(*) from customer.idempotency_key") == 0);

      assertThat(send(forgetful, customer("once@example.com"), "once").join().statusCode())
          .isEqualTo(409);
      assertThat(forgetful.health("/metrics").body())
          .contains("signup_idempotency_keys_purged_total 1.0");
    }
  }

  private static Map<String, String> with(Map<String, String> variables, String key, String value) {
    variables.put(key, value);
    return variables;
  }

  @Test
  void keepsNothingOfTheKeyOrTheBody() throws Exception {
    register(service, customer("hashed@example.com"), "a-key-to-be-hashed");

    assertThat(
            stage.count(
                "select count(*) from customer.idempotency_key as k"
                    + " where k::text like '%hashed%'"))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"open", "with space", "\"a\"b\"", "é", "😀"})
  void refusesKeyWithoutValidForm(String key) {
    assertThat(statusUnder(key)).isEqualTo(400);
  }

  @Test
  void refusesKeyThatIsTooLongOrRepeated() {
    assertThat(statusUnder("k".repeat(255))).isEqualTo(422);
    assertThat(statusUnder("k".repeat(256))).isEqualTo(400);
    assertThat(statusUnder("a\r\nIdempotency-Key: b")).isEqualTo(400);
    assertThat(statusUnder("';drop-table-customer.event;--")).isEqualTo(422);
  }

  /** The status of the answer to an empty object under a key that no client library would send. */
  private static int statusUnder(String key) {
    try (RawConnection connection = new RawConnection(service.port())) {
      connection.send(
          """
          POST /v1/customers HTTP/1.1\r
          Host: localhost\r
          Content-Type: application/json\r
          Idempotency-Key: %s\r
          Content-Length: 2\r
          \r
          {}\
          """
              .formatted(key));
      return connection.read().status();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"phone\": \"+14165550123\" | \"phone\": 4165550123 | #/phone | not-text",
        "\"city\": \"Toronto\" | \"city\": \"Toronto\", \"contry\": \"CA\" | #/contry |"
            + " unknown-member",
        "\"city\": \"Toronto\" | \"city\": null | #/city | missing",
        "\"postal_code\": \"M5V 2T6\" | \"postal_code\": \"90210\" | #/postal_code |"
            + " postal-code-format",
        "\"province\": \"ON\" | \"province\": [\"ON\"] | #/province | not-text"
      })
  void namesEachMemberThatIsWrong(String right, String wrong, String pointer, String code)
      throws Exception {
    HttpResponse<String> answer =
        register(service, customer("strict@example.com").replace(right, wrong));

    assertProblem(answer, 422, "validation-failed");
    assertThat(AnswerJson.of(answer).get("errors")).hasSize(1);
    assertThat(AnswerJson.of(answer).at("/errors/0/pointer").asText()).isEqualTo(pointer);
    assertThat(AnswerJson.of(answer).at("/errors/0/code").asText()).isEqualTo(code);
    assertThat(answer.body()).doesNotContain("4165550123", "90210", "strict@");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"first_name\": \"A\",\\n \"city\" 1} | line 2",
        "{\"city\": \"A\", \"city\": \"B\"} | twice",
        "[] | object is expected",
        "null | object is expected",
        "'' | Expecting value"
      })
  void saysWhereBodyIsNotJson(String body, String detail) throws Exception {
    HttpResponse<String> answer = register(service, body.replace("\\n", "\n"));

    assertProblem(answer, 400, "malformed-json");
    assertThat(AnswerJson.of(answer).get("detail").asText()).contains(detail);
  }

  @Test
  void answersEveryErrorUnderV1WithProblem() throws Exception {
    assertProblem(service.send(service.request("/v1/nothing").build()), 404, "not-found");
    HttpResponse<String> method = service.send(service.request("/v1/customers").DELETE().build());
    assertProblem(method, 405, "method-not-allowed");
    assertThat(method.headers().firstValue("allow")).hasValue("GET, POST");
    assertProblem(
        service.send(
            service
                .request("/v1/customers")
                .header("content-type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build()),
        415,
        "unsupported-media-type");
    assertProblem(
        register(service, "{\"city\": \"" + "x".repeat(70_000) + "\"}"), 413, "body-too-large");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    JsonNode problem = AnswerJson.of(answer);
    assertThat(problem.get("type").asText()).isEqualTo("/problems/" + code);
    assertThat(problem.get("code").asText()).isEqualTo(code);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(problem.get("detail").asText()).isNotBlank();
  }

  /** Without those that belong to one request alone. */
  private static Map<String, List<String>> headers(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    headers.remove("x-request-id");
    return headers;
  }

  private static long customers(String address) {
    return stage.count(
        "select count(*) from customer.cust_registration where email_key = ?", address);
  }

  private static HttpResponse<String> register(ServiceProcess to, String json, String... key) {
    return send(to, json, key.length == 0 ? "" : key[0]).join();
  }

  private static CompletableFuture<HttpResponse<String>> send(
      ServiceProcess to, String json, String key) {
    HttpRequest.Builder request =
        to.request("/v1/customers")
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    if (!key.isEmpty()) {
      request.header("idempotency-key", key);
    }
    return to.client().sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void awaitBatchThatWaits() {
    Poll.until(
        "a batch waits for the lock",
        Duration.ofSeconds(3),
        () ->
            stage.count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                > 0);
  }
}
