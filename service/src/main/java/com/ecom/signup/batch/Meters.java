package com.ecom.signup.batch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What a {@link Coalescer} counts; the tag {@code of} says which. */
final class Meters {
  private static final String TAG = "of";

  private final DistributionSummary sizes;
  private final Timer durations;
  private final Counter turnedAway;
  private final Counter givenUp;

  Meters(String name, MeterRegistry registry, Supplier<Number> waiting) {
    sizes =
        DistributionSummary.builder("signup.batch.calls")
            .description("calls in a batch")
            .tag(TAG, name)
            .serviceLevelObjectives(1, 4, 16, 64, 256)
            .register(registry);
    durations =
        Timer.builder("signup.batch.duration")
            .description("time in the database, commit included")
            .tag(TAG, name)
            .serviceLevelObjectives(
                Duration.ofMillis(5),
                Duration.ofMillis(20),
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                Duration.ofSeconds(2))
            .register(registry);
    turnedAway =
        Counter.builder("signup.calls.turned.away")
            .description("calls answered as busy because too many waited")
            .tag(TAG, name)
            .register(registry);
    givenUp =
        Counter.builder("signup.calls.given.up")
            .description("calls answered as busy because they had waited too long")
            .tag(TAG, name)
            .register(registry);
    Gauge.builder("signup.calls.waiting", waiting)
        .description("calls that wait for a lane")
        .tag(TAG, name)
        .register(registry);
  }

  void ran(int calls, long nanoseconds) {
    sizes.record(calls);
    durations.record(nanoseconds, TimeUnit.NANOSECONDS);
  }

  void gaveUp(int calls) {
    givenUp.increment(calls);
  }

  void turnedAway() {
    turnedAway.increment();
  }
}
