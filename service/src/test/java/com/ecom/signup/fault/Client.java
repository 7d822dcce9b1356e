package com.ecom.signup.fault;

import com.ecom.signup.Registrants;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Somebody who registers one address after the other, and asks again until told that it is done: by
 * the old route, or by the new one with a key for each address.
 */
final class Client implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration BETWEEN = Duration.ofMillis(8);
  private static final Duration BEFORE_AGAIN = Duration.ofMillis(100);

  private final Load load;
  private final String name;
  private final boolean keyed;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  Client(Load load, int number) {
    this.load = load;
    this.name = "client" + number;
    this.keyed = number % 2 == 0;
  }

  @Override
  public void run() {
    try {
      for (int i = 0; load.isOn(); i++) {
        register(name + "." + i + "@example.com");
        Thread.sleep(BETWEEN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      http.close();
    }
  }

  /** Until it is told; only the end of the load for want of any answer ends it before. */
  private void register(String address) throws InterruptedException {
    boolean again = false;
    while (!load.isGivenUp()) {
      String answer = attempt(address);
      if (answer.equals(keyed ? "201" : "200")) {
        load.told(address, again);
        return;
      }
      load.failed(answer);
      again = true;
      Thread.sleep(BEFORE_AGAIN);
    }
  }

  /** The status of the answer, with what it says of a conflict; "none" without one. */
  private String attempt(String address) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(load.origin() + (keyed ? "/v1/customers" : "/customer-registration")))
            .timeout(PATIENCE)
            .header("content-type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    keyed ? Registrants.customer(address) : Registrants.registration(address)));
    if (keyed) {
      request.header("idempotency-key", "\"key of " + address + "\"");
    }
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      boolean underWay = answer.body().contains("idempotency-key-in-progress");
      return answer.statusCode() + (underWay ? " in progress" : "");
    } catch (IOException e) {
      return "none";
    }
  }
}
