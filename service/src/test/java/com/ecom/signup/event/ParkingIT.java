package com.ecom.signup.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.ecom.signup.local.aws.Fault;
import com.ecom.signup.local.aws.Publication;
import com.ecom.signup.local.aws.Service;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which events are given up, which are not, and whom that holds up. */
final class ParkingIT {
  private static final Duration DELIVERY = Duration.ofSeconds(30);

  /** Longer than it would take to park an event, at two refusals. */
  private static final Duration OUTAGE = Duration.ofSeconds(4);

  private static final int OTHERS = 30;

  private static Stage stage;
  private static ServiceProcess service;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    service = stage.startService(Map.of("SIGNUP_DELIVERY_MAX_REFUSALS", "2"));
  }

  @AfterEach
  void mend() {
    stage.aws().recover();
    Poll.until("nothing waits", DELIVERY, () -> waiting() == 0);
    stage.execute("delete from customer.event where parked_at is not null");
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @ParameterizedTest
  @CsvSource({"InvalidParameter", "NotFound", "AuthorizationError"})
  void parksMessageThatTheTopicKeepsBlaming(String code) {
    String name = code.toLowerCase(Locale.ROOT);
    stage
        .aws()
        .fail(
            Service.SNS,
            new Fault.FailedMessages(message -> message.contains("poison." + name), code, true));
    register("poison." + name);
    registerOthers("beside." + name);

    awaitParked(code);
    assertThat(stage.count("select attempts from customer.event where parked_at is not null"))
        .isEqualTo(2);
    awaitOthers("beside." + name);
    assertThat(service.log())
        .contains("is parked: the topic says " + code)
        .doesNotContain("poison." + name);
  }

  @Test
  void parksMessageThatIsTooLarge() {
    stage.execute(
        """
        insert into customer.event (customer_id, sequence, type, body)
        values (gen_random_uuid(), 1, 'test.large.v1', repeat('x', 300000))
        """);
    registerOthers("beside.large");

    awaitParked("BatchRequestTooLong");
    awaitOthers("beside.large");
  }

  @Test
  void findsTheMessageThatIsRefusedWithUnknownCode() {
    stage
        .aws()
        .fail(
            Service.SNS,
            new Fault.RefusedRequests(message -> message.contains("odd@"), 400, "NeverSeen"));
    register("odd");
    registerOthers("beside.odd");

    awaitOthers("beside.odd");
    for (int i = 0; parked() == 0; i++) {
      registerOthers("company." + i);
      awaitOthers("company." + i);
      assertThat(i).isLessThan(100);
    }
    awaitParked("NeverSeen");
  }

  @ParameterizedTest
  @CsvSource({
    "500, InternalFailure",
    "400, Throttling",
    "403, AuthorizationError",
    "404, NotFound",
    "400, KMSDisabled",
    "400, NeverSeen"
  })
  void parksNothingWhileNothingIsTaken(int status, String code) throws Exception {
    stage.aws().fail(Service.SNS, new Fault.Refusal(status, code, "No."));
    registerOthers("outage." + code);
    Thread.sleep(OUTAGE);

    assertThat(parked()).isZero();
    assertThat(stage.count("select count(*) from customer.event where refusals > 0")).isZero();
    stage.aws().recover();
    awaitOthers("outage." + code);
  }

  @Test
  void parksNothingThatFailsThroughNoFaultOfItsOwn() throws Exception {
    stage.aws().fail(Service.SNS, Fault.failedMessages(message -> message.contains("unlucky")));
    registerOthers("unlucky");
    Thread.sleep(OUTAGE);

    assertThat(parked()).isZero();
    assertThat(stage.count("select max(attempts) from customer.event")).isGreaterThan(2);
    stage.aws().recover();
    awaitOthers("unlucky");
  }

  @Test
  void showsWhatWaitsAndWhatIsParked() {
    stage
        .aws()
        .fail(
            Service.SNS,
            new Fault.FailedMessages(
                message -> message.contains("shown@"), "InvalidParameter", true));
    register("shown");

    awaitParked("InvalidParameter");
    Poll.until(
        "the metrics say so",
        DELIVERY,
        () -> service.health("/metrics").body().contains("signup_events_parked 1.0\n"));
    assertThat(service.health("/metrics").body())
        .contains("signup_events_waiting 0.0\n", "signup_events_waiting_longest_seconds ");
  }

  private static void register(String name) {
    assertThat(
            service
                .post("/customer-registration", Registrants.registration(name + "@example.com"))
                .statusCode())
        .isEqualTo(200);
  }

  private static void registerOthers(String name) {
    for (int i = 0; i < OTHERS; i++) {
      register(name + "." + i);
    }
  }

  private static void awaitOthers(String name) {
    Poll.until(
        "the others are published: " + name,
        DELIVERY,
        () ->
            stage.aws().publications().stream()
                    .map(Publication::message)
                    .filter(message -> message.contains(name + "."))
                    .count()
                >= OTHERS);
  }

  private static void awaitParked(String reason) {
    Poll.until(
        "one is parked",
        DELIVERY,
        () ->
            stage.count(
                    "select count(*) from customer.event"
                        + " where parked_at is not null and last_error = ?",
                    reason)
                == 1);
  }

  private static long parked() {
    return stage.count("select count(*) from customer.event where parked_at is not null");
  }

  private static long waiting() {
    return stage.count("select count(*) from customer.event where waiting_since is not null");
  }
}
