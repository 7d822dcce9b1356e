package com.ecom.signup.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Mailbox;
import com.ecom.signup.Poll;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.ecom.signup.local.aws.Fault;
import com.ecom.signup.local.aws.Service;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How many mails an address gets, and what becomes of those that it does not. */
final class BoundsIT {
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  /** Nothing is there that another service has left. */
  private static ServiceProcess start(Map<String, String> more) {
    ServiceProcess service = stage.startService(confirming(more));
    stage.execute("truncate customer.mail, customer.pending_registration cascade");
    return service;
  }

  private static Map<String, String> confirming(Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("PUBLIC_URL", "https://signup.example");
    variables.put("MAIL_FROM", "no-reply@ecom.example");
    variables.put("SIGNUP_ACTIVATION", "confirmed-email");
    return variables;
  }

  private static void register(ServiceProcess service, String name, String address) {
    assertThat(
            service
                .post(
                    "/v1/customers",
                    """
                    {"first_name": "%s", "last_name": "Patel", "email": "%s",
                     "phone": "416-555-0123", "province": "ON", "city": "Toronto",
                     "postal_code": "M5V 2T6"}
                    """
                        .formatted(name, address))
                .statusCode())
        .isEqualTo(202);
  }

  @Test
  void writesFiveTimesADayWhoeverAsks() {
    try (ServiceProcess service = start(Map.of("SIGNUP_MAIL_COOL_DOWN", "0s"))) {
      for (int i = 0; i < 8; i++) {
        register(service, "Asha" + i, "victim@example.com");
      }

      Poll.until(
          "nothing waits",
          Duration.ofSeconds(20),
          () ->
              stage.count("select count(*) from customer.mail where waiting_since is not null")
                  == 0);
      assertThat(new Mailbox(stage, "victim@example.com").mails()).hasSize(5);
      assertThat(stage.count("select count(*) from customer.mail where last_error = 'too-many'"))
          .isEqualTo(3);
      assertThat(stage.count("select count(*) from customer.mail where address is not null"))
          .isZero();
    }
  }

  @Test
  void tellsOwnerOfKnownAddressOnceADay() {
    Map<String, String> uniform =
        Map.of("SIGNUP_MAIL_COOL_DOWN", "0s", "SIGNUP_EXISTENCE", "uniform");
    try (ServiceProcess service = start(uniform)) {
      stage.execute(
          """
          insert into customer.cust_registration (
            id, first_name, last_name, email_id, email_key, phone, phone_e164, province, city,
            postacode, country, is_active, registered_at)
          values (
            gen_random_uuid(), 'Asha', 'Patel', 'owner@example.com', 'owner@example.com',
            '416-555-0123', '+14165550123', 'ON', 'Toronto', 'M5V 2T6', 'CA', true, now())
          """);
      for (int i = 0; i < 4; i++) {
        register(service, "Asha" + i, "owner@example.com");
      }

      Poll.until(
          "nothing waits",
          Duration.ofSeconds(20),
          () ->
              stage.count("select count(*) from customer.mail where waiting_since is not null")
                  == 0);
      assertThat(new Mailbox(stage, "owner@example.com").mails())
          .singleElement()
          .satisfies(mail -> assertThat(mail.subject()).isEqualTo("You are registered already"));
    }
  }

  @Test
  void pausesBetweenTwoMailsToOneAddressAlone() {
    try (ServiceProcess service = start(Map.of())) {
      register(service, "Asha", "slow@example.com");
      new Mailbox(stage, "slow@example.com").await(1);
      register(service, "Ash", "slow@example.com");
      register(service, "Ben", "other@example.com");

      new Mailbox(stage, "other@example.com").await(1);
      assertThat(new Mailbox(stage, "slow@example.com").mails()).hasSize(1);
      assertThat(
              stage.count(
                  "select count(*) from customer.mail"
                      + " where put_off_until > now() and attempts = 0"))
          .isOne();
    }
  }

  @Test
  void givesUpWhatTheServerRefusesAndLetsOthersPass() {
    try (ServiceProcess service = start(Map.of())) {
      stage.aws().fail(Service.SES, Fault.rejectedMails("eve@example.com"::equals));
      register(service, "Eve", "eve@example.com");
      register(service, "Ben", "ben@example.com");

      new Mailbox(stage, "ben@example.com").await(1);
      Poll.until(
          "the refused one is given up",
          Duration.ofSeconds(10),
          () ->
              stage.count(
                      "select count(*) from customer.mail where last_error = 'MessageRejected'"
                          + " and waiting_since is null and address is null")
                  == 1);
    }
  }

  @Test
  void forgetsRegistrationsThatNobodyConfirms() {
    try (ServiceProcess service = start(Map.of("SIGNUP_CONFIRMATION_TIME", "2s"))) {
      register(service, "Asha", "late@example.com");
      new Mailbox(stage, "late@example.com").await(1);

      Poll.until(
          "it is forgotten",
          Duration.ofSeconds(20),
          () ->
              stage.count("select count(*) from customer.pending_registration") == 0
                  && stage.count("select count(*) from customer.confirmation_token") == 0);
    }
  }
}
