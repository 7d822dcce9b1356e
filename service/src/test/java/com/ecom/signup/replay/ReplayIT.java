package com.ecom.signup.replay;

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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that are sent again: which, how fast, with what in them, and whoever dies meanwhile. */
final class ReplayIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String REGISTERED = "com.ecom.customer.registered.v1";

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

  @BeforeEach
  void begin() {
    stage.execute("delete from customer.event; delete from customer.cust_registration");
  }

  @Test
  void sendsTheEventsOfOneCustomerAsTheCustomerIsNow() {
    register("one@example.com");
    register("another@example.com");
    UUID customer = idOf("one@example.com");
    stage.execute(
        "update customer.cust_registration set city = 'Ottawa' where id = '" + customer + "'");
    awaitEnd(order("{\"customer_id\": \"%s\"}".formatted(customer)));

    Poll.until("it comes again", SOON, () -> publications(customer + ":1").size() == 2);
    Publication again = publications(customer + ":1").getLast();
    assertThat(again.attributes()).containsEntry("ce-type", REGISTERED);
    assertThat(again.message())
        .contains("\"email_id\":\"one@example.com\"", "\"city\":\"Ottawa\"", "\"first_name\":");
    assertThat(publications(idOf("another@example.com") + ":1")).hasSize(1);
    Poll.until("that is noted", SOON, () -> waiting() == 0);
    assertThat(
            stage.count(
                "select count(*) from customer.event where customer_id = ? and attempts = 2"
                    + " and body is null and message_id = ?",
                customer,
                again.messageId()))
        .isEqualTo(1);
  }

  @Test
  void saysThatTheCustomerIsGone() {
    register("gone@example.com");
    UUID customer = idOf("gone@example.com");
    stage.execute("delete from customer.cust_registration where id = '" + customer + "'");
    awaitEnd(order("{\"customer_id\": \"%s\"}".formatted(customer)));

    Poll.until("it comes again", SOON, () -> publications(customer + ":1").size() == 2);
    Publication again = publications(customer + ":1").getLast();
    assertThat(again.attributes()).containsEntry("ce-type", "com.ecom.customer.gone.v1");
    assertThat(again.message()).isEqualTo("{\"customer_id\":\"%s\"}".formatted(customer));
  }

  @Test
  void sendsThoseOfOneTypeInOneTimeRange() {
    stage.execute(
        """
        insert into customer.event
          (customer_id, sequence, type, occurred_at, waiting_since, delivered_at)
        select gen_random_uuid(), 1, 'test.' || n % 2 || '.v1',
          '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 minute', null, now()
        from generate_series(0, 99) n
        """);
    JsonNode ended =
        awaitEnd(
            order(
                """
                {"type": "test.1.v1", "from": "2026-01-01T00:10:00Z",
                 "before": "2026-01-01T01:10:00+00:00", "events_per_second": 1000}
                """));

    assertThat(ended.get("queued").asInt()).isEqualTo(30);
    assertThat(ended.get("progress").asDouble()).isEqualTo(1);
    Poll.until("they are delivered", SOON, () -> waiting() == 0);
    assertThat(stage.count("select count(*) from customer.event where attempts = 1")).isEqualTo(30);
  }

  @Test
  void keepsToItsRateTellsHowFarItIsAndCanBeCancelled() throws Exception {
    ServiceProcess second = stage.startService();
    deliver(1000);
    long start = System.nanoTime();
    String replay =
        order(
            "{\"type\": \"test.many.v1\", \"before\": \"2026-01-01T00:17:00Z\","
                + " \"events_per_second\": 20}");
    Poll.until("some are queued", SOON, () -> show(replay).get("queued").asInt() >= 60);
    double seconds = (System.nanoTime() - start) / 1e9;
    JsonNode running = show(replay);

    assertThat(running.get("queued").asDouble()).isLessThanOrEqualTo(20 * (seconds + 2));
    assertThat(running.get("status").asText()).isEqualTo("running");
    assertThat(running.get("progress").asDouble()).isBetween(0.03, 0.5);
    JsonNode cancelled = AnswerJson.of(service.operate(replay + "/cancel", ""));
    assertThat(cancelled.get("status").asText()).isEqualTo("cancelled");
    int queued = show(replay).get("queued").asInt();
    Thread.sleep(2500);
    assertThat(show(replay).get("queued").asInt()).isEqualTo(queued);
    assertThat(service.operate(replay + "/cancel", "").body()).contains("replay-ended");
    second.close();
  }

  @Test
  void goesOnInAnotherReplicaAndSendsNothingTwice() {
    deliver(300);
    ServiceProcess second = stage.startService();
    String replay = order("{\"type\": \"test.many.v1\", \"events_per_second\": 100}");
    Poll.until("it has begun", SOON, () -> show(replay).get("queued").asInt() > 0);
    second.kill();

    assertThat(awaitEnd(replay).get("queued").asInt()).isEqualTo(300);
    Poll.until("they are delivered", SOON, () -> waiting() == 0);
    assertThat(stage.count("select count(*) from customer.event where attempts = 1"))
        .isGreaterThanOrEqualTo(290);
    assertThat(AnswerJson.of(service.operate("/v1/replays")).get("replays")).isNotEmpty();
  }

  private static void deliver(int events) {
    stage.execute(
        """
        insert into customer.event
          (customer_id, sequence, type, occurred_at, waiting_since, delivered_at)
        select gen_random_uuid(), 1, 'test.many.v1',
          '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 second', null, now()
        from generate_series(1, %d) n
        """
            .formatted(events));
    stage.execute(
        """
        insert into customer.event
          (customer_id, sequence, type, occurred_at, waiting_since, delivered_at)
        values (gen_random_uuid(), 1, 'test.last.v1',
          '2026-01-01T00:00:00Z'::timestamptz + %d * interval '1 second', null, now())
        """
            .formatted(events + 1));
  }

  private static void register(String address) {
    service.post("/customer-registration", Registrants.registration(address));
    UUID customer = idOf(address);
    Poll.until("it is announced", SOON, () -> publications(customer + ":1").size() == 1);
    Poll.until("that is noted", SOON, () -> waiting() == 0);
  }

  private static UUID idOf(String address) {
    return stage.id("select id from customer.cust_registration where email_key = ?", address);
  }

  private static String order(String json) {
    HttpResponse<String> answer = service.operate("/v1/replays", json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return answer.headers().firstValue("location").orElseThrow();
  }

  private static JsonNode awaitEnd(String replay) {
    Poll.until(
        "the replay ends", SOON, () -> show(replay).get("status").asText().equals("finished"));
    return show(replay);
  }

  private static JsonNode show(String replay) {
    return AnswerJson.of(service.operate(replay));
  }

  private static List<Publication> publications(String id) {
    return stage.aws().publications().stream()
        .filter(publication -> id.equals(publication.attributes().get("ce-id")))
        .toList();
  }

  private static long waiting() {
    return stage.count("select count(*) from customer.event where waiting_since is not null");
  }
}
