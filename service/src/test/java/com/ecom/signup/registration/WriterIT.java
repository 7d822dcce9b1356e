package com.ecom.signup.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.AnswerJson;
import com.ecom.signup.Poll;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the coalescing writer promises to those whose registrations share a batch. */
final class WriterIT {
  private static Stage stage;
  private static ServiceProcess service;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    service = stage.startService();
    stage.execute(
        "alter table customer.cust_registration add constraint no_poison check (first_name <>"
            + " 'Poison')");
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void letsRowThatTheDatabaseRefusesFailAlone() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    CompletableFuture<HttpResponse<String>> poisoned;
    try (Connection other = stage.database().connection();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("lock table customer.cust_registration in access exclusive mode");
      for (int i = 0; i < 20; i++) {
        answers.add(send(Registrants.registration("beside." + i + "@example.com")));
      }
      poisoned = send(Registrants.registration("poison@example.com", "Poison"));
      for (int i = 20; i < 40; i++) {
        answers.add(send(Registrants.registration("beside." + i + "@example.com")));
      }
      awaitBatchThatWaits();
      other.rollback();
    }

    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    assertThat(poisoned.join().statusCode()).isEqualTo(500);
    assertThat(poisoned.join().body()).isEqualTo("{\"detail\":\"Internal Server Error\"}");
    assertThat(customers("beside.%")).isEqualTo(40);
    assertThat(customers("poison%")).isZero();
  }

  @Test
  void tellsClientsOfV1ThatItFailed() {
    HttpResponse<String> answer =
        service.post(
            "/v1/customers",
            Registrants.customer("poison.v1@example.com").replace("Asha", "Poison"));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(AnswerJson.of(answer).get("code").asText()).isEqualTo("internal-error");
    assertThat(answer.body()).doesNotContain("no_poison", "Poison");
  }

  @Test
  void answersOnlyAfterTheCommit() throws Exception {
    CompletableFuture<HttpResponse<String>> answer;
    try (Connection other = stage.database().connection();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("lock table customer.event in access exclusive mode");
      answer = send(Registrants.registration("patient@example.com"));
      awaitBatchThatWaits();
      assertThat(answer).isNotDone();
      other.rollback();
    }

    assertThat(answer.join().statusCode()).isEqualTo(200);
    for (int i = 0; i < 100; i++) {
      String address = "seen." + i + "@example.com";
      assertThat(send(Registrants.registration(address)).join().statusCode()).isEqualTo(200);
      assertThat(customers(address)).as("seen by others once it is answered").isEqualTo(1);
    }
  }

  @Test
  void storesCleanValuesAndAnnouncesThoseTyped() {
    String typed =
        """
        {"first_name": " Zoe\\u0308 ", "last_name": "O'Brien", "email_id": "Zoe@EXAMPLE.com",
         "phone": "(416) 555-0123", "province": "ontario", "city": "Montréal", "postalcode": "m5v2t6"}
        """;
    assertThat(service.post("/customer-registration", typed).statusCode()).isEqualTo(200);

    assertThat(
            stage.count(
                """
                select count(*) from customer.cust_registration
                where first_name = 'Zo\u00eb' and last_name = 'O''Brien' and email_id = 'Zoe@EXAMPLE.com'
                  and email_key = 'zoe@example.com' and phone = '(416) 555-0123'
                  and phone_e164 = '+14165550123' and province = 'ON' and city = 'Montr\u00e9al'
                  and postacode = 'M5V 2T6' and country = 'CA' and is_active
                  and registered_at is not null
                """))
        .isEqualTo(1);
    Poll.until("it is announced", Duration.ofSeconds(10), () -> announced("Zoe@EXAMPLE.com"));
    assertThat(stage.aws().publications().getLast().message())
        .contains(
            "\"province\":\"ontario\"",
            "\"postalcode\":\"m5v2t6\"",
            "\"phone\":\"(416) 555-0123\"");
  }

  @Test
  void warnsOfPostalCodeInAnotherProvinceAndRegisters() {
    HttpResponse<String> answer =
        service.post(
            "/customer-registration",
            Registrants.registration("warned@example.com").replace("\"ON\"", "\"BC\""));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("registration-warning"))
        .hasValueSatisfying(warning -> assertThat(warning).startsWith("postalcode: "));
  }

  private static boolean announced(String address) {
    return stage.aws().publications().stream()
        .anyMatch(publication -> publication.message().contains(address));
  }

  private static void awaitBatchThatWaits() {
    Poll.until(
        "a batch waits for the lock",
        Duration.ofSeconds(3),
        () ->
            stage.count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                > 0);
  }

  private static CompletableFuture<HttpResponse<String>> send(String json) {
    return service
        .client()
        .sendAsync(
            service
                .request("/customer-registration")
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static long customers(String pattern) {
    return stage.count(
        "select count(*) from customer.cust_registration where email_key like ?", pattern);
  }
}
