package com.ecom.signup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Statements that were planned while the tables were empty find their rows by an index once there
 * are many, although PostgreSQL has not counted them yet.
 */
final class PlansIT {
  private static final int MANY = 20_000;

  /** Of tables and of indexes. */
  private static final String ROWS_READ =
      """
      select (select sum(seq_tup_read) from pg_stat_user_tables where schemaname = 'customer')
        + (select sum(idx_tup_read) from pg_stat_user_indexes where schemaname = 'customer')
      """;

  private static Stage stage;
  private static ServiceProcess service;

  private int delivered;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    service = stage.startService();
    stage.executeAsSuperuser("alter table customer.event set (autovacuum_enabled = false)");
    stage.executeAsSuperuser(
        "alter table customer.cust_registration set (autovacuum_enabled = false)");
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void readNoTableFromEndToEnd() {
    registerAndLookUp("first", 3);
    stage.executeAsSuperuser(
        """
        with customer as (
          insert into customer.cust_registration (email_id, email_key)
          select 'old.' || n || '@example.com', 'old.' || n || '@example.com'
          from generate_series(1, %d) as n
          returning id)
        insert into customer.event (customer_id, sequence, type, delivered_at, waiting_since)
        select id, 1, 'com.ecom.customer.registered.v1', now(), null from customer
        """
            .formatted(MANY));
    registerAndLookUp("second", 10);
    service.close();
    Poll.until(
        "its connections have told what they read",
        Duration.ofSeconds(30),
        () ->
            stage.count("select count(*) from pg_stat_activity where application_name = 'signup'")
                == 0);

    assertThat(stage.count(ROWS_READ)).isBetween(1L, MANY - 1L);
  }

  private void registerAndLookUp(String name, int times) {
    for (int i = 0; i < times; i++) {
      String address = name + "." + i + "@example.com";
      service.post("/customer-registration", Registrants.registration(address));
      assertThat(service.post("/verify-registration", Registrants.lookup(address)).statusCode())
          .isEqualTo(200);
      delivered++;
      Poll.until(
          "it is delivered",
          Duration.ofSeconds(30),
          () -> service.metric("signup_events_published_total{result=\"delivered\"}") == delivered);
    }
  }
}
