package com.ecom.signup.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import com.ecom.signup.RawConnection;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More than can be served. */
final class OverloadIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String SLOW_DATABASE =
      """
      create function customer.slow() returns trigger language plpgsql as
        $$ begin perform pg_sleep(0.03); return new; end $$;
      create trigger slow before insert on customer.cust_registration
        for each row execute function customer.slow();
      """;

  @Test
  void turnsAwayWhileTheFirstHasWaitedTooLongAndRecoversAtOnce() {
    try (Stage stage = Stage.open()) {
      ServiceProcess service =
          stage.startService(
              Map.of(
                  "SIGNUP_REGISTRATION_LANES", "1",
                  "SIGNUP_REGISTRATION_BATCH_SIZE", "1",
                  "SIGNUP_REGISTRATION_QUEUE_TIME", "90ms"));
      stage.execute(SLOW_DATABASE);
      List<CompletableFuture<HttpResponse<String>>> many = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        many.add(send(service, "many." + i + "@example.com"));
      }
      Poll.until("calls are turned away", SOON, () -> isTurnedAway(service));
      HttpResponse<String> late = send(service, "late@example.com").join();

      assertThat(late.statusCode()).isEqualTo(503);
      assertThat(late.headers().firstValue("retry-after")).isPresent();
      assertThat(late.body()).contains("busy");
      long registered = many.stream().filter(answer -> answer.join().statusCode() == 200).count();
      assertThat(stage.count("select count(*) from customer.cust_registration"))
          .isEqualTo(registered);
      assertThat(send(service, "after@example.com").join().statusCode()).isEqualTo(200);
      assertThat(service.metric("signup_calls_turned_away_total{of=\"registrations\"}"))
          .isPositive();
    }
  }

  /** No byte waits for less than a nanosecond, so every look at the loop finds it late. */
  @Test
  void turnsSomeAwayBeforeTheyAreReadWhileTheLoopIsLate() {
    try (Stage stage = Stage.open()) {
      ServiceProcess service =
          stage.startService(Map.of("SIGNUP_HTTP_UNREAD_TIME", "PT0.000000001S"));

      List<RawConnection> many = connections(service, 300);
      Poll.until("a registration is turned away", SOON, () -> isTurnedAway(service));
      Poll.until("a look-up is turned away", SOON, () -> isLookupTurnedAway(service));
      Poll.until("one is taken all the same", SOON, () -> !isTurnedAway(service));
      many.forEach(RawConnection::close);
      assertThat(service.metric("signup_calls_turned_away_total{of=\"unread\"}")).isPositive();
      Poll.until("the connections are gone", SOON, () -> takesAll(service));
    }
  }

  /** Each has been answered, so the event loop has it. */
  private static List<RawConnection> connections(ServiceProcess service, int count) {
    List<RawConnection> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RawConnection one = new RawConnection(service.port());
      one.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(one.read().status()).isEqualTo(200);
      all.add(one);
    }
    return all;
  }

  private static boolean takesAll(ServiceProcess service) {
    return IntStream.range(0, 20).noneMatch(call -> isTurnedAway(service));
  }

  private static boolean isLookupTurnedAway(ServiceProcess service) {
    HttpResponse<String> answer = service.post("/verify-registration", "{}");
    return answer.statusCode() == 503 && answer.headers().firstValue("retry-after").isPresent();
  }

  /** The body of one that is turned away is not read: what is wrong with it is not said. */
  private static boolean isTurnedAway(ServiceProcess service) {
    return service.post("/customer-registration", "{}").statusCode() == 503;
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
