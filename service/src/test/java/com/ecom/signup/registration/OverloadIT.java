package com.ecom.signup.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** More than can be served. */
final class OverloadIT {
  private static final Duration SOON = Duration.ofSeconds(3);

  @Test
  void turnsAwayWhileTheFirstHasWaitedTooLongAndRecoversAtOnce() throws Exception {
    try (Stage stage = Stage.open()) {
      ServiceProcess service = stage.startService(Map.of("SIGNUP_REGISTRATION_QUEUE_TIME", "20ms"));
      CompletableFuture<HttpResponse<String>> underWay;
      CompletableFuture<HttpResponse<String>> waiting;
      try (Connection other = stage.database().connection();
          Statement lock = other.createStatement()) {
        other.setAutoCommit(false);
        lock.execute("lock table customer.cust_registration in access exclusive mode");
        underWay = send(service, "under.way@example.com");
        Poll.until("a batch waits for the lock", SOON, () -> lockWaits(stage) > 0);
        waiting = send(service, "waiting@example.com");
        Poll.until("calls are turned away", SOON, () -> isTurnedAway(service));
        HttpResponse<String> answer = send(service, "late@example.com").join();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        assertThat(answer.body()).contains("busy");
        other.rollback();
      }
      assertThat(underWay.join().statusCode()).isEqualTo(200);
      assertThat(waiting.join().statusCode()).isEqualTo(200);
      assertThat(send(service, "after@example.com").join().statusCode()).isEqualTo(200);
      assertThat(service.health("/metrics").body())
          .doesNotContain("signup_calls_turned_away_total{of=\"registrations\"} 0.0");
    }
  }

  /** The body of one that is turned away is not read: what is wrong with it is not said. */
  private static boolean isTurnedAway(ServiceProcess service) {
    return service.post("/customer-registration", "{}").statusCode() == 503;
  }

  private static long lockWaits(Stage stage) {
    return stage.count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'");
  }

  private static CompletableFuture<HttpResponse<String>> send(
      ServiceProcess service, String address) {
    return service
        .client()
        .sendAsync(
            service
                .request("/customer-registration")
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Registrants.registration(address)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
