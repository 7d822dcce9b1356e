package com.ecom.signup.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.AnswerJson;
import com.ecom.signup.Poll;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.ecom.signup.local.aws.Publication;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Customers without an event and events without a customer are found, and mended when asked to. */
final class ReconciliationIT {
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final int CUSTOMERS = 12;

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
  void findsAndMendsWhatDoesNotMatch() {
    for (int i = 0; i < CUSTOMERS; i++) {
      service.post("/customer-registration", Registrants.registration("c" + i + "@example.com"));
    }
    Poll.until("all are announced", SOON, () -> delivered() == CUSTOMERS);
    stage.execute(
        """
        delete from customer.event where customer_id in (
          select id from customer.cust_registration
          where email_key in ('c1@example.com', 'c2@example.com', 'c3@example.com'));
        delete from customer.cust_registration
          where email_key in ('c4@example.com', 'c5@example.com');
        insert into customer.cust_registration (first_name, email_id, email_key, is_active)
          values ('Old', 'old@example.com', 'old@example.com', true);
        """);

    JsonNode found = pass("{}");
    assertThat(found.get("customers").asInt()).isEqualTo(CUSTOMERS - 2);
    assertThat(found.get("missing").asInt()).isEqualTo(3);
    assertThat(found.get("orphans").asInt()).isEqualTo(2);
    assertThat(found.get("repaired").asInt()).isZero();
    Poll.until(
        "the metrics show it",
        SOON,
        () ->
            service
                .health("/metrics")
                .body()
                .contains("signup_reconciliation_discrepancies{kind=\"missing\"} 3.0"));

    assertThat(pass("{\"repair\": true}").get("repaired").asInt()).isEqualTo(5);
    Poll.until("c1 is announced again", SOON, () -> announcements("c1@example.com") == 2);
    assertThat(announcements("c0@example.com")).isEqualTo(1);
    assertThat(announcements("old@example.com"))
        .as("the old service has announced its own")
        .isZero();
    Poll.until("all are delivered", SOON, () -> waiting() == 0);

    JsonNode clean = pass("{}");
    assertThat(clean.get("missing").asInt()).isZero();
    assertThat(clean.get("orphans").asInt()).isZero();
  }

  private static JsonNode pass(String order) {
    Poll.until("none is under way", SOON, () -> newest().has("finished_at"));
    HttpResponse<String> begun = service.operate("/v1/reconciliations", order);
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    assertThat(service.operate("/v1/reconciliations", "{}").body())
        .contains("reconciliation-under-way");
    Poll.until("it ends", SOON, () -> newest().has("finished_at"));
    return newest();
  }

  private static JsonNode newest() {
    return AnswerJson.of(service.operate("/v1/reconciliations")).at("/reconciliations/0");
  }

  private static long announcements(String address) {
    return stage.aws().publications().stream()
        .map(Publication::message)
        .filter(message -> message.contains("\"" + address + "\""))
        .count();
  }

  private static long delivered() {
    return stage.count("select count(*) from customer.event where delivered_at is not null");
  }

  private static long waiting() {
    return stage.count("select count(*) from customer.event where waiting_since is not null");
  }
}
