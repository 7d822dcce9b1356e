package com.ecom.signup.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.AnswerJson;
import com.ecom.signup.Forms;
import com.ecom.signup.Mailbox;
import com.ecom.signup.Poll;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.ecom.signup.local.aws.Fault;
import com.ecom.signup.local.aws.Mail;
import com.ecom.signup.local.aws.Service;
import com.ecom.signup.local.port.FreePort;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A registration becomes a customer when somebody confirms the address, and not before. */
final class ConfirmationIT {
  private static Stage stage;
  private static ServiceProcess service;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    service = stage.startService(confirming());
  }

  private static Map<String, String> confirming() {
    String port = String.valueOf(FreePort.find());
    Map<String, String> variables = new HashMap<>();
    variables.put("PORT", port);
    variables.put("PUBLIC_URL", "http://localhost:" + port);
    variables.put("MAIL_FROM", "ecom <no-reply@ecom.example>");
    variables.put("SIGNUP_ACTIVATION", "confirmed-email");
    variables.put("SIGNUP_MAIL_COOL_DOWN", "0s");
    return variables;
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @AfterEach
  void recover() {
    stage.aws().recover();
  }

  private static HttpResponse<String> register(String name, String address) {
    return service.post(
        "/v1/customers",
        """
        {"first_name": "%s", "last_name": "Patel", "email": "%s", "phone": "416-555-0123",
         "province": "ON", "city": "Toronto", "postal_code": "M5V 2T6"}
        """
            .formatted(name, address));
  }

  private static HttpResponse<String> submit(String path, Map<String, String> fields) {
    return Forms.submit(service, path, fields);
  }

  private static long customers(String address) {
    return stage.count(
        "select count(*) from customer.cust_registration where email_key = ?", address);
  }

  private static String number(HttpResponse<String> answer) {
    return AnswerJson.of(answer).get("number").asText();
  }

  @Test
  void makesCustomerWithEventWhenTheNumberIsPicked() {
    HttpResponse<String> answer = register("Asha", "asha@example.com");
    Mail mail = new Mailbox(stage, "asha@example.com").await(1);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(customers("asha@example.com")).isZero();
    assertThat(stage.count("select count(*) from customer.event")).isZero();

    HttpResponse<String> confirmed =
        submit(
            "/confirm",
            Map.of("link", Mailbox.secret(mail), "press", "yes", "number", number(answer)));

    assertThat(confirmed.statusCode()).isEqualTo(303);
    assertThat(confirmed.headers().firstValue("location")).contains("/welcome");
    assertThat(customers("asha@example.com")).isOne();
    Poll.until(
        "the event is published",
        Duration.ofSeconds(10),
        () ->
            stage.aws().publications().stream()
                .anyMatch(publication -> publication.toString().contains("asha@example.com")));
  }

  /** At the console, beside those who have become customers. */
  @Test
  void showsHowManyCameToBeConfirmed() {
    String session = Forms.session(service);
    long before = received(session);
    register("Ravi", "ravi@example.com");

    Poll.until("it is counted", Duration.ofSeconds(10), () -> received(session) == before + 1);
  }

  private static long received(String session) {
    HttpResponse<String> curves =
        service.send(service.request("/console/dashboard/data").header("cookie", session).build());
    long sum = 0;
    for (JsonNode number : AnswerJson.of(curves).at("/minutes/received")) {
      sum += number.asLong();
    }
    return sum;
  }

  @Test
  void isMovedByNothingThatScannerDoes() {
    register("Noor", "noor@example.com");
    Mail mail = new Mailbox(stage, "noor@example.com").await(1);
    String path = Mailbox.page(mail).replaceFirst("http://[^/]+", "");

    for (int i = 0; i < 5; i++) {
      assertThat(service.send(service.request(path).build()).statusCode()).isEqualTo(200);
      assertThat(
              service
                  .send(
                      service
                          .request(path)
                          .method("HEAD", HttpRequest.BodyPublishers.noBody())
                          .build())
                  .statusCode())
          .isIn(200, 405);
      HttpResponse<String> shown = submit("/confirm", Map.of("link", Mailbox.secret(mail)));
      assertThat(shown.statusCode()).isEqualTo(200);
      assertThat(shown.body()).contains("Noor", "noor@example.com", "Toronto");
    }

    assertThat(customers("noor@example.com")).isZero();
    assertThat(path).doesNotContain(Mailbox.secret(mail));
    assertThat(service.log()).doesNotContain(Mailbox.secret(mail));
  }

  @Test
  void endsWithWrongNumber() {
    HttpResponse<String> answer = register("Liam", "liam@example.com");
    Mail mail = new Mailbox(stage, "liam@example.com").await(1);
    String wrong = number(answer).equals("10") ? "11" : "10";

    assertThat(
            submit(
                    "/confirm",
                    Map.of("link", Mailbox.secret(mail), "press", "yes", "number", wrong))
                .statusCode())
        .isEqualTo(410);
    assertThat(
            submit(
                    "/confirm",
                    Map.of("link", Mailbox.secret(mail), "press", "yes", "number", number(answer)))
                .statusCode())
        .isEqualTo(410);
    assertThat(customers("liam@example.com")).isZero();
  }

  @Test
  void needsNumberOnAnotherDevice() {
    register("Mia", "mia@example.com");
    Mail mail = new Mailbox(stage, "mia@example.com").await(1);

    assertThat(
            submit("/confirm", Map.of("link", Mailbox.secret(mail), "press", "yes")).statusCode())
        .isEqualTo(410);
    assertThat(customers("mia@example.com")).isZero();
  }

  @Test
  void takesCodeAtMostFiveTimes() {
    String id = AnswerJson.of(register("Omar", "omar@example.com")).get("id").asText();
    Mail mail = new Mailbox(stage, "omar@example.com").await(1);
    String wrong = Mailbox.code(mail).equals("00000000") ? "00000001" : "00000000";

    for (int i = 0; i < 4; i++) {
      HttpResponse<String> refused = submit("/confirm", Map.of("registration", id, "code", wrong));
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains(String.valueOf(4 - i));
    }
    assertThat(submit("/confirm", Map.of("registration", id, "code", wrong)).statusCode())
        .isEqualTo(410);
    assertThat(
            submit("/confirm", Map.of("registration", id, "code", Mailbox.code(mail))).statusCode())
        .isEqualTo(410);
    assertThat(customers("omar@example.com")).isZero();
  }

  @Test
  void takesTheRightCode() {
    String id = AnswerJson.of(register("Ines", "ines@example.com")).get("id").asText();
    String code = Mailbox.code(new Mailbox(stage, "ines@example.com").await(1));

    assertThat(
            submit(
                    "/confirm",
                    Map.of(
                        "registration", id, "code", code.substring(0, 4) + " " + code.substring(4)))
                .statusCode())
        .isEqualTo(303);
    assertThat(customers("ines@example.com")).isOne();
  }

  @Test
  void letsAnyNumberWaitAndOneBecomeTheCustomer() {
    HttpResponse<String> first = register("Zoe", "zoe@example.com");
    Mail toFirst = new Mailbox(stage, "zoe@example.com").await(1);
    HttpResponse<String> second = register("Zora", "ZOE@example.com");
    Mail toSecond = new Mailbox(stage, "ZOE@example.com").await(1);

    submit(
        "/confirm",
        Map.of("link", Mailbox.secret(toSecond), "press", "yes", "number", number(second)));
    HttpResponse<String> late =
        submit(
            "/confirm",
            Map.of("link", Mailbox.secret(toFirst), "press", "yes", "number", number(first)));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(
            stage.count(
                "select count(*) from customer.cust_registration"
                    + " where email_key = 'zoe@example.com' and first_name = 'Zora'"))
        .isOne();
    assertThat(customers("zoe@example.com")).isOne();
  }

  @Test
  void confirmsOnceHoweverOftenItIsPressed() {
    HttpResponse<String> answer = register("Kai", "kai@example.com");
    Mail mail = new Mailbox(stage, "kai@example.com").await(1);
    Map<String, String> press =
        Map.of("link", Mailbox.secret(mail), "press", "yes", "number", number(answer));

    List<Integer> statuses =
        java.util.stream.IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> submit("/confirm", press).statusCode())
            .toList();

    assertThat(statuses).contains(303).containsOnly(303);
    assertThat(customers("kai@example.com")).isOne();
  }

  @Test
  void sendsMailOnceTheServerIsBack() {
    stage.aws().fail(Service.SES, Fault.outage());
    register("Lena", "lena@example.com");
    Poll.until(
        "the mail was tried",
        Duration.ofSeconds(20),
        () -> stage.count("select count(*) from customer.mail where last_error is not null") > 0);
    stage.aws().recover();

    assertThat(new Mailbox(stage, "lena@example.com").await(1).subject()).contains("confirm");
    Poll.until(
        "the address has left the row",
        Duration.ofSeconds(10),
        () -> stage.count("select count(*) from customer.mail where address is not null") == 0);
  }

  @Test
  void writesInTheLanguageOfTheCaller() {
    service.send(
        service
            .request("/v1/customers")
            .header("content-type", "application/json")
            .header("accept-language", "fr-CA")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    """
                    {"first_name": "Zo\u00e9", "last_name": "Roy", "email": "roy@example.com",
                     "phone": "514-555-0123", "province": "QC", "city": "Montr\u00e9al",
                     "postal_code": "H2X 1Y4"}
                    """))
            .build());

    Mail mail = new Mailbox(stage, "roy@example.com").await(1);
    assertThat(mail.subject()).isEqualTo("Veuillez confirmer votre inscription");
    assertThat(mail.text()).contains("Bonjour Zo\u00e9");
    assertThat(mail.html()).contains("lang=\"fr\"");
  }

  @Test
  void escapesWhatPeopleType() {
    register("<b>Eve</b>", "eve@example.com");

    Mail mail = new Mailbox(stage, "eve@example.com").await(1);
    assertThat(mail.html()).contains("&lt;b&gt;Eve").doesNotContain("<b>Eve");
    assertThat(submit("/confirm", Map.of("link", Mailbox.secret(mail))).body())
        .contains("&lt;b&gt;Eve")
        .doesNotContain("<b>Eve");
  }

  @Test
  void answersTheSameToSameKeyAndRefusesOtherBody() {
    HttpRequest.Builder request =
        service
            .request("/v1/customers")
            .header("content-type", "application/json")
            .header("idempotency-key", "\"key-of-ada\"");
    String body =
        """
        {"first_name": "%s", "last_name": "Patel", "email": "ada@example.com",
         "phone": "416-555-0123", "province": "ON", "city": "Toronto", "postal_code": "M5V 2T6"}
        """;
    HttpRequest first =
        request.POST(HttpRequest.BodyPublishers.ofString(body.formatted("Ada"))).build();
    HttpRequest other =
        request.POST(HttpRequest.BodyPublishers.ofString(body.formatted("Eda"))).build();

    HttpResponse<String> answer = service.send(first);
    assertThat(service.send(first).body()).isEqualTo(answer.body());
    assertThat(service.send(other).statusCode()).isEqualTo(422);
    new Mailbox(stage, "ada@example.com").await(1);
    assertThat(new Mailbox(stage, "ada@example.com").mails()).hasSize(1);
  }

  @Test
  void keepsNoSecretInTheDatabase() {
    register("Sam", "sam@example.com");
    Mail mail = new Mailbox(stage, "sam@example.com").await(1);

    assertThat(
            stage.count(
                "select count(*) from customer.confirmation_token where encode(token_hash,"
                    + " 'escape') like ? or encode(code_hash, 'escape') like ?",
                "%" + Mailbox.secret(mail) + "%",
                "%" + Mailbox.code(mail) + "%"))
        .isZero();
  }

  @Test
  void refusesFormOfAnotherSite() {
    HttpResponse<String> answer =
        service.send(
            service
                .request("/confirm")
                .header("content-type", "application/x-www-form-urlencoded")
                .header("sec-fetch-site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString("link=x&press=yes"))
                .build());

    assertThat(answer.statusCode()).isEqualTo(403);
  }
}
