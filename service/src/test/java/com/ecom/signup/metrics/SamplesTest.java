package com.ecom.signup.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class SamplesTest {
  private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

  private final MeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final Samples samples = new Samples(registry, clock());

  @Test
  void knowsNothingAfterTheFirstLook() {
    samples.run();

    assertThat(samples.kept()).isEmpty();
  }

  @Test
  void tellsRateFailuresAndQuantilesOfWhatCameSince() {
    answer("/customer-registration", "200", Duration.ofMillis(3), 1000);
    samples.run();
    answer("/customer-registration", "200", Duration.ofMillis(7), 98);
    answer("/customer-registration", "503", Duration.ofMillis(400), 2);
    pass(Duration.ofSeconds(5));
    samples.run();

    Sample sample = samples.kept().getLast();
    assertThat(sample.answered()).isEqualTo(20);
    assertThat(sample.failures()).isEqualTo(0.02);
    assertThat(sample.median()).isBetween(0.005, 0.010);
    assertThat(sample.slowest()).isBetween(0.200, 0.500);
  }

  @Test
  void leavesOutWhatIsOfTheConsoleAndFiles() {
    samples.run();
    answer("/console/dashboard/data", "500", Duration.ofMillis(7), 10);
    answer("/assets/pages.css", "200", Duration.ofMillis(7), 10);
    pass(Duration.ofSeconds(5));
    samples.run();

    Sample sample = samples.kept().getLast();
    assertThat(sample.answered()).isZero();
    assertThat(sample.failures()).isNaN();
    assertThat(sample.median()).isNaN();
  }

  @Test
  void saysAtLeastTheHighestBoundOfWhatIsSlowerThanAll() {
    samples.run();
    answer("/customer-registration", "200", Duration.ofSeconds(20), 10);
    pass(Duration.ofSeconds(5));
    samples.run();

    assertThat(samples.kept().getLast().median()).isCloseTo(4, within(0.001));
  }

  @Test
  void readsTheBacklogAndKeepsHalfAnHour() {
    Gauge.builder("signup.events.waiting", () -> 17).register(registry);
    for (int i = 0; i < 400; i++) {
      samples.run();
      pass(Duration.ofSeconds(5));
    }

    assertThat(samples.kept()).hasSize(360);
    assertThat(samples.kept().getLast().waiting()).isEqualTo(17);
    assertThat(samples.kept().getLast().parked()).isNaN();
    assertThat(samples.kept().getFirst().at()).isEqualTo(START.plusSeconds(40L * 5));
  }

  private void answer(String uri, String status, Duration time, int times) {
    Timer timer =
        Timer.builder("http.server.requests")
            .tag("method", "POST")
            .tag("uri", uri)
            .tag("status", status)
            .serviceLevelObjectives(
                Duration.ofMillis(5),
                Duration.ofMillis(10),
                Duration.ofMillis(200),
                Duration.ofMillis(500),
                Duration.ofSeconds(4))
            .register(registry);
    for (int i = 0; i < times; i++) {
      timer.record(time);
    }
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now.get();
      }

      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }
    };
  }
}
