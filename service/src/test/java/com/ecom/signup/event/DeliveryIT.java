package com.ecom.signup.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.ecom.signup.local.aws.Fault;
import com.ecom.signup.local.aws.Publication;
import com.ecom.signup.local.aws.Service;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the commit to the topic. */
final class DeliveryIT {
  private static final Duration DELIVERY = Duration.ofSeconds(30);
  private static final int EVENTS_OF_ONE = 25;

  private static Stage stage;
  private static ServiceProcess service;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    service = stage.startService();
  }

  @AfterEach
  void mend() {
    stage.aws().recover();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void announcesRegistrationWithTheOldKeysAndCloudEventsAttributes() throws Exception {
    register("announced@example.com");
    Publication publication = awaitPublication("announced@example.com");

    JsonNode body = JsonMapper.builder().build().readTree(publication.message());
    assertThat(body.get("first_name").asText()).isEqualTo("Asha");
    assertThat(body.get("last_name").asText()).isEqualTo("Patel");
    assertThat(body.get("email_id").asText()).isEqualTo("announced@example.com");
    assertThat(body.get("phone").asText()).isEqualTo("+14165550123");
    assertThat(body.get("province").asText()).isEqualTo("ON");
    assertThat(body.get("city").asText()).isEqualTo("Toronto");
    assertThat(body.get("postalcode").asText()).isEqualTo("M5V 2T6");
    Map<String, String> attributes = publication.attributes();
    UUID customer = UUID.fromString(attributes.get("ce-subject"));
    assertThat(attributes)
        .containsEntry("ce-specversion", "1.0")
        .containsEntry("ce-type", "com.ecom.customer.registered.v1")
        .containsEntry("ce-id", customer + ":1")
        .containsKey("ce-source");
    assertThat(Instant.parse(attributes.get("ce-time"))).isBefore(Instant.now().plusSeconds(5));
    assertThat(publication.groupId()).isNull();
    assertThat(
            stage.count("select count(*) from customer.cust_registration where id = ?", customer))
        .isEqualTo(1);
  }

  @Test
  void keepsTheLedgerAndLetsPersonalDataGoOnceDelivered() {
    register("ledger@example.com");
    Publication publication = awaitPublication("ledger@example.com");
    UUID customer = UUID.fromString(publication.attributes().get("ce-subject"));

    Poll.until(
        "the delivery is noted",
        DELIVERY,
        () ->
            stage.count(
                    "select count(*) from customer.event where customer_id = ? and message_id = ?"
                        + " and delivered_at is not null and body is null and attempts = 1",
                    customer,
                    publication.messageId())
                == 1);
  }

  @Test
  void registersWhileTheTopicIsDownAndDeliversAfterwards() {
    stage.aws().fail(Service.SNS, Fault.outage());
    for (int i = 0; i < 50; i++) {
      register("down." + i + "@example.com");
    }
    assertThat(published("down.")).isEmpty();
    assertThat(service.health("/health/ready").statusCode())
        .as("SNS is no part of readiness")
        .isEqualTo(200);

    stage.aws().recover();
    Poll.until("all are delivered", DELIVERY, () -> published("down.").size() == 50);
    Poll.until("the deliveries are noted", DELIVERY, () -> undelivered("down.%") == 0);
    assertThat(stage.count("select count(*) from customer.event where attempts > 1"))
        .as("no event is blamed for an outage")
        .isZero();
  }

  @Test
  void holdsNobodyUpForMessagesThatAreRefused() {
    stage.aws().fail(Service.SNS, Fault.failedMessages(message -> message.contains("refused.")));
    register("refused.1@example.com");
    for (int i = 0; i < 30; i++) {
      register("beside." + i + "@example.com");
    }
    Poll.until("the others are delivered", DELIVERY, () -> published("beside.").size() == 30);
    assertThat(published("refused.")).isEmpty();
    assertThat(
            stage.count(
                "select count(*) from customer.event where attempts > 0 and last_error ="
                    + " 'InternalError' and delivered_at is null"))
        .isEqualTo(1);

    stage.aws().recover();
    Poll.until("it is tried again", DELIVERY, () -> published("refused.").size() == 1);
  }

  @Test
  void deliversAgainUnderTheSameIdWhenTheAnswerIsLost() {
    stage.aws().failNext(Service.SNS, 1, Fault.lostAnswer());
    register("lost.answer@example.com");

    Poll.until("it is delivered", DELIVERY, () -> undelivered("lost.answer%") == 0);
    assertThat(published("lost.answer"))
        .isNotEmpty()
        .extracting(publication -> publication.attributes().get("ce-id"))
        .containsOnly(published("lost.answer").getFirst().attributes().get("ce-id"));
  }

  @Test
  void keepsTheOrderOfOneCustomersEventsAcrossReplicas() {
    try (ServiceProcess second = stage.startService()) {
      assertThat(second.health("/health/ready").statusCode()).isEqualTo(200);
      UUID customer = UUID.randomUUID();
      stage.execute(
          """
          insert into customer.event (customer_id, sequence, type, body, waiting_since)
          select '%s', n, 'test.ordered.v1', '{"ordered":' || n || '}', now() - n * interval '1 second'
          from generate_series(1, %d) n
          """
              .formatted(customer, EVENTS_OF_ONE));

      Poll.until(
          "all are delivered", DELIVERY, () -> published("\"ordered\"").size() == EVENTS_OF_ONE);
      assertThat(published("\"ordered\""))
          .extracting(publication -> publication.attributes().get("ce-id"))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, EVENTS_OF_ONE)
                  .mapToObj(sequence -> customer + ":" + sequence)
                  .toList());
    }
  }

  @Test
  void keepsEventsWhileDeliveryIsPaused() {
    try (Stage other = Stage.open()) {
      try (ServiceProcess paused = other.startService(Map.of("SIGNUP_DELIVERY_PAUSED", "true"))) {
        paused.post("/customer-registration", Registrants.registration("paused@example.com"));
        assertThat(paused.log()).contains("Delivery of events is paused");
      }
      assertThat(other.aws().publications()).isEmpty();

      other.startService();
      Poll.until("it is published", DELIVERY, () -> other.aws().publications().size() == 1);
    }
  }

  @Test
  void groupsByCustomerOnFifoTopic() {
    try (Stage other = Stage.open()) {
      String topic = other.aws().createTopic("customer-registered.fifo");
      ServiceProcess fifo = other.startService(Map.of("SNS_TOPIC_ARN", topic));
      fifo.post("/customer-registration", Registrants.registration("fifo@example.com"));
      Poll.until("it is published", DELIVERY, () -> !other.aws().publications().isEmpty());
      Publication publication = other.aws().publications().getFirst();

      assertThat(publication.topicArn()).isEqualTo(topic);
      assertThat(publication.groupId()).isEqualTo(publication.attributes().get("ce-subject"));
      assertThat(publication.deduplicationId()).isEqualTo(publication.attributes().get("ce-id"));
    }
  }

  private static void register(String address) {
    assertThat(
            service.post("/customer-registration", Registrants.registration(address)).statusCode())
        .isEqualTo(200);
  }

  private static Publication awaitPublication(String text) {
    Poll.until("it is published: " + text, DELIVERY, () -> !published(text).isEmpty());
    return published(text).getFirst();
  }

  private static List<Publication> published(String text) {
    return stage.aws().publications().stream()
        .filter(publication -> publication.message().contains(text))
        .toList();
  }

  private static long undelivered(String pattern) {
    return stage.count(
        """
        select count(*)
        from customer.event
        join customer.cust_registration on id = customer_id
        where delivered_at is null and email_key like ?
        """,
        pattern);
  }
}
