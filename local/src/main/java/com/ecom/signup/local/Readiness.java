package com.ecom.signup.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.time.Duration;

/** Asks the service whether it serves. */
final class Readiness {

  private static final Duration MOST = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(40);

  private final URI address;

  Readiness(URI address) {
    this.address = address;
  }

  /** Waits; false when the service ended by itself. */
  boolean await(ServiceProcess service) throws InterruptedException {
    long deadline = System.nanoTime() + MOST.toNanos();
    while (!isReady()) {
      if (service.endsWithin(PAUSE)) {
        return false;
      }
      if (System.nanoTime() > deadline) {
        throw new Refusal(
            "The service is not ready after %d s; its log says why".formatted(MOST.toSeconds()));
      }
    }
    return true;
  }

  private boolean isReady() {
    try {
      URL url = address.toURL();
      HttpURLConnection connection = (HttpURLConnection) url.openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(5000);
      boolean ready = connection.getResponseCode() == 200;
      connection.disconnect();
      return ready;
    } catch (IOException e) {
      return false;
    }
  }
}
