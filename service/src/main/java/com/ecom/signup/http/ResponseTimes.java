package com.ecom.signup.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** How long the answers of one route take, by status. */
final class ResponseTimes {
  private static final int STATUSES = 600;

  private final MeterRegistry meters;
  private final String method;
  private final String path;

  /** A timer is found by its status without making a key: every request comes here. */
  private final AtomicReferenceArray<Timer> timers = new AtomicReferenceArray<>(STATUSES);

  ResponseTimes(MeterRegistry meters, String method, String path) {
    this.meters = meters;
    this.method = method;
    this.path = path;
  }

  void record(int status, long nanoseconds) {
    Timer timer = timers.get(status);
    if (timer == null) {
      timer = timer(status);
      timers.set(status, timer); // another may have: the registry gives both the same
    }
    timer.record(nanoseconds, TimeUnit.NANOSECONDS);
  }

  private Timer timer(int status) {
    return Timer.builder("http.server.requests")
        .description("from the head of a request to the end of its answer")
        .tag("method", method)
        .tag("uri", path)
        .tag("status", String.valueOf(status))
        .serviceLevelObjectives(
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            Duration.ofMillis(25),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(4))
        .register(meters);
  }
}
