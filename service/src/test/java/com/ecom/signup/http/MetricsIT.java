package com.ecom.signup.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the management port tells those who watch. */
final class MetricsIT {
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
  void countsRequestsBatchesAndEventsAndNamesNobody() {
    service.post("/customer-registration", Registrants.registration("counted@example.com"));
    service.post("/customer-registration", "{}");
    service.post("/verify-registration", "{\"email_id\":\"counted@example.com\"}");
    Poll.until(
        "the event is counted",
        Duration.ofSeconds(30),
        () -> metrics().contains("signup_events_published_total{result=\"delivered\"} 1.0"));

    assertThat(metrics())
        .contains(
            "http_server_requests_seconds_count{method=\"POST\",status=\"200\","
                + "uri=\"/customer-registration\"} 1",
            "http_server_requests_seconds_count{method=\"POST\",status=\"422\","
                + "uri=\"/customer-registration\"} 1",
            "http_server_requests_seconds_bucket{method=\"POST\",status=\"200\","
                + "uri=\"/verify-registration\",le=\"0.2\"}",
            "signup_batch_calls_count{of=\"registrations\"} 1",
            "signup_batch_calls_count{of=\"lookups\"} 1",
            "signup_batch_duration_seconds_count{of=\"registrations\"} 1",
            "signup_calls_waiting{of=\"registrations\"} 0.0",
            "signup_calls_turned_away_total{of=\"lookups\"} 0.0",
            "signup_database_connections_in_use",
            "jvm_memory_used_bytes")
        .doesNotContain("counted@", "Asha", "Patel");
  }

  @Test
  void tellsThePublicNothing() {
    assertThat(service.send(service.request("/metrics").build()).statusCode()).isEqualTo(404);
  }

  private static String metrics() {
    return service.health("/metrics").body();
  }
}
