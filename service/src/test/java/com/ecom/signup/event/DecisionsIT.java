package com.ecom.signup.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.AnswerJson;
import com.ecom.signup.Poll;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.ecom.signup.local.aws.Fault;
import com.ecom.signup.local.aws.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operators see of parked events, and what becomes of their decisions. */
final class DecisionsIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  private static Stage stage;
  private static ServiceProcess service;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    service = stage.startService(Map.of("SIGNUP_DELIVERY_MAX_REFUSALS", "1"));
  }

  @AfterEach
  void mend() {
    stage.aws().recover();
    stage.execute("delete from customer.event");
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void listsParkedEventsPageByPage() {
    park("listed", 5);
    List<String> ids = new ArrayList<>();
    String page = "/v1/events?status=parked&limit=2";
    for (int pages = 0; page != null; pages++) {
      assertThat(pages).isLessThan(5);
      JsonNode answer = AnswerJson.of(service.operate(page));
      answer
          .get("events")
          .forEach(
              event -> {
                ids.add(event.get("id").asText());
                assertThat(event.get("status").asText()).isEqualTo("parked");
                assertThat(event.get("last_error").asText()).isEqualTo("InvalidParameter");
                assertThat(event.get("attempts").asInt()).isEqualTo(1);
              });
      page = answer.has("next") ? answer.get("next").asText() : null;
    }

    assertThat(ids).hasSize(5).doesNotHaveDuplicates();
    assertThat(service.operate("/v1/events").body()).doesNotContain("listed", "Patel");
  }

  @Test
  void retriesOne() {
    park("retried", 2);
    String id = AnswerJson.of(service.operate("/v1/events")).at("/events/0/id").asText();
    stage.aws().recover();
    HttpResponse<String> answer = service.operate("/v1/events/" + id + "/retry", "");

    assertThat(answer.statusCode()).isEqualTo(200);
    Poll.until("it is published", SOON, () -> published(id));
    Poll.until("that is noted", SOON, () -> status(id).equals("delivered"));
    assertThat(parked()).isEqualTo(1);
    assertThat(service.operate("/v1/events/" + id + "/retry", "").body())
        .contains("event-delivered");
  }

  @Test
  void retriesAllOfOneType() {
    park("all", 20);
    stage.aws().recover();

    assertThat(service.operate("/v1/events/retry-parked", "{\"type\": \"other\"}").body())
        .isEqualTo("{\"retried\":0,\"more\":false}");
    assertThat(service.operate("/v1/events/retry-parked", "").body())
        .isEqualTo("{\"retried\":20,\"more\":false}");
    Poll.until("all are delivered", SOON, () -> delivered() == 20);
  }

  @Test
  void discardsOneWithItsPersonalData() {
    park("discarded", 1);
    String id = AnswerJson.of(service.operate("/v1/events")).at("/events/0/id").asText();

    assertThat(service.operate("/v1/events/" + id + "/discard", "").statusCode()).isEqualTo(200);
    assertThat(status(id)).isEqualTo("discarded");
    assertThat(stage.count("select count(*) from customer.event where body is not null")).isZero();
    assertThat(service.operate("/v1/events/" + id + "/discard", "").body())
        .contains("event-not-parked");
    assertThat(AnswerJson.of(service.operate("/v1/events?status=discarded")).get("events"))
        .hasSize(1);

    stage.aws().recover();
    service.operate("/v1/events/" + id + "/retry", "");
    Poll.until("what was discarded can still be sent", SOON, () -> published(id));
  }

  @Test
  void holdsLaterEventsOfTheSameCustomerBackUntilTheDecision() throws Exception {
    stage
        .aws()
        .fail(
            Service.SNS,
            new Fault.FailedMessages(
                message -> message.contains("\"step\":1"), "InvalidParameter", true));
    UUID customer = UUID.randomUUID();
    stage.execute(
        """
        insert into customer.event (customer_id, sequence, type, body)
        select '%s', n, 'test.step.v1', '{"step":' || n || '}' from generate_series(1, 3) n
        """
            .formatted(customer));
    Poll.until("the first is parked", SOON, () -> parked() == 1);
    Thread.sleep(2000);
    assertThat(delivered()).as("the order is kept").isZero();

    assertThat(service.operate("/v1/events/%s:1/discard".formatted(customer), "").statusCode())
        .isEqualTo(200);
    Poll.until("the others go on", SOON, () -> delivered() == 2);
    JsonNode events = AnswerJson.of(service.operate("/v1/customers/" + customer + "/events"));
    assertThat(events.get("events"))
        .extracting(event -> event.get("status").asText())
        .containsExactly("discarded", "delivered", "delivered");
  }

  @Test
  void knowsWhatItDoesNotKnow() {
    String id = UUID.randomUUID() + ":1";

    assertThat(service.operate("/v1/events/" + id + "/retry", "").body()).contains("event-unknown");
    assertThat(service.operate("/v1/events/nothing/discard", "").body()).contains("event-unknown");
    assertThat(service.operate("/v1/customers/" + UUID.randomUUID() + "/events").body())
        .contains("customer-unknown");
  }

  private static void park(String name, int events) {
    stage
        .aws()
        .fail(
            Service.SNS,
            new Fault.FailedMessages(message -> message.contains(name), "InvalidParameter", true));
    for (int i = 0; i < events; i++) {
      service.post(
          "/customer-registration", Registrants.registration(name + "." + i + "@example.com"));
    }
    Poll.until("they are parked", SOON, () -> parked() == events);
  }

  private static long parked() {
    return stage.count("select count(*) from customer.event where parked_at is not null");
  }

  private static long delivered() {
    return stage.count("select count(*) from customer.event where delivered_at is not null");
  }

  private static String status(String id) {
    String customer = id.substring(0, id.indexOf(':'));
    return AnswerJson.of(service.operate("/v1/customers/" + customer + "/events"))
        .at("/events/0/status")
        .asText();
  }

  private static boolean published(String id) {
    return stage.aws().publications().stream()
        .anyMatch(publication -> id.equals(publication.attributes().get("ce-id")));
  }
}
