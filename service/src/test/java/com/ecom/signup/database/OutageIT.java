package com.ecom.signup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.AnswerJson;
import com.ecom.signup.Poll;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.ecom.signup.local.database.DatabaseSettings;
import com.ecom.signup.local.database.EmbeddedDatabase;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database goes away in every way it has; callers hear 503 in time, and it passes. */
final class OutageIT {
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  private static final int CONNECTIONS = 30;

  /** Answers when they are gone, or after five seconds. */
  private static final String CUT_THE_SERVICE_OFF =
      """
      select pg_terminate_backend(pid, 5000)
      from pg_stat_activity
      where application_name = 'signup'
      """;

  private static Stage stage;
  private static ServiceProcess service;

  @BeforeAll
  static void open() {
    stage =
        Stage.open(
            DatabaseSettings.throwAway().with("max_connections", Integer.toString(CONNECTIONS)));
    service = stage.startService();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void survivesDatabaseThatIsKilled() {
    stage.database().kill();
    assertBusy("killed@example.com");
    assertBusyUnderV1();
    service.awaitReadiness(false);
    assertThat(service.health("/health/live").statusCode()).as("live all the same").isEqualTo(200);

    stage.database().restart();
    assertRecovered("killed@example.com");
  }

  @Test
  void survivesDatabaseThatStalls() {
    stage.database().pause();
    try {
      assertBusy("stalled@example.com");
    } finally {
      stage.database().resume();
    }
    assertRecovered("stalled@example.com");
  }

  @Test
  void survivesDatabaseThatIsSlow() throws SQLException {
    try (Connection other = stage.database().connection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table customer.cust_registration in access exclusive mode");
      assertBusy("slow@example.com");
      other.rollback();
    }
    assertRecovered("slow@example.com");
  }

  @Test
  void survivesDatabaseWithoutFreeConnections() throws SQLException {
    List<Connection> hoard = new ArrayList<>();
    try {
      hoard.add(superuserConnection());
      Poll.until("all connections are taken", RECOVERY, () -> hoardsAllConnections(hoard));
      assertBusy("hoarded@example.com");
    } finally {
      for (Connection connection : hoard) {
        connection.close();
      }
    }
    assertRecovered("hoarded@example.com");
  }

  /** Who comes beyond the eight that there are waits for a little while, and is turned away. */
  @Test
  void survivesMoreWorkThanConnections() throws Exception {
    double missed = service.metric("signup_database_connections_missed_total");
    stage.database().pause();
    try (ExecutorService probes = Executors.newFixedThreadPool(12)) {
      for (int probe = 0; probe < 12; probe++) {
        probes.execute(() -> service.health("/health/ready"));
      }
      Poll.until(
          "four wait", RECOVERY, () -> service.metric("signup_database_connections_awaited") >= 4);
      Poll.until(
          "they are turned away",
          RECOVERY,
          () -> service.metric("signup_database_connections_missed_total") >= missed + 4);
    } finally {
      stage.database().resume();
    }
    assertRecovered("crowd@example.com");
    Poll.until(
        "nobody waits",
        RECOVERY,
        () ->
            service.metric("signup_database_connections_awaited") == 0
                && service.metric("signup_database_connections_in_use") == 0);
  }

  /** Reserved ones too, but for what the service takes first of those that it lost. */
  private static boolean hoardsAllConnections(List<Connection> hoard) {
    try (Statement statement = hoard.getFirst().createStatement()) {
      statement.execute(CUT_THE_SERVICE_OFF);
      while (true) {
        hoard.add(superuserConnection());
      }
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isEqualTo("53300");
      return hoard.size() == CONNECTIONS;
    }
  }

  private static Connection superuserConnection() throws SQLException {
    return stage.database().superuserConnection(EmbeddedDatabase.DATABASE);
  }

  @Test
  void startsBeforeItsDatabase() {
    stage.database().kill();
    ServiceProcess early = ServiceProcess.launch(stage.variables());
    try {
      Poll.until("it answers", RECOVERY, () -> answers(early));
      assertThat(register(early, "early@example.com").statusCode()).isEqualTo(503);
      stage.database().restart();
      early.awaitReadiness(true);
      assertThat(register(early, "early@example.com").statusCode()).isEqualTo(200);
      assertThat(early.log()).contains("Waiting for the database").doesNotContain("\tat ");
    } finally {
      early.close();
    }
    assertRecovered("early@example.com");
  }

  private static boolean answers(ServiceProcess early) {
    try {
      return early.health("/health/live").statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private static void assertBusy(String address) {
    HttpResponse<String> registration = register(service, address);
    HttpResponse<String> lookup = service.post("/verify-registration", Registrants.lookup(address));

    assertThat(registration.statusCode()).isEqualTo(503);
    assertThat(registration.headers().firstValue("retry-after")).isPresent();
    assertThat(registration.body()).contains("\"detail\"");
    assertThat(lookup.statusCode()).isEqualTo(503);
    assertThat(lookup.headers().firstValue("retry-after")).isPresent();
  }

  private static void assertBusyUnderV1() {
    HttpResponse<String> customer =
        service.post("/v1/customers", Registrants.customer("busy@example.com"));

    assertThat(customer.statusCode()).isEqualTo(503);
    assertThat(customer.headers().firstValue("retry-after")).isPresent();
    assertThat(AnswerJson.of(customer).get("code").asText()).isEqualTo("busy");
  }

  /** Without a restart; and the one who was told to come back makes one customer. */
  private static void assertRecovered(String address) {
    Poll.until(
        "registrations are taken again",
        RECOVERY,
        () -> register(service, address).statusCode() == 200);
    service.awaitReadiness(true);
    assertThat(service.post("/verify-registration", Registrants.lookup(address)).body())
        .isEqualTo("\"User exist.You may login\"");
    assertThat(
            stage.count(
                "select count(*) from customer.cust_registration where email_key = ?", address))
        .isEqualTo(1);
    assertThat(
            stage.count(
                "select count(*) from customer.event join customer.cust_registration on id ="
                    + " customer_id where email_key = ?",
                address))
        .isEqualTo(1);
  }

  private static HttpResponse<String> register(ServiceProcess service, String address) {
    return service.post("/customer-registration", Registrants.registration(address));
  }
}
