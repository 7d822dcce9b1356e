package com.ecom.signup.metrics;

import com.ecom.signup.chore.Chore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;

/**
 * Keeps how it stood for the last half hour, for those who look at the console and have no
 * Prometheus at hand. Some hundred kilobytes at most, and nothing outlives the replica.
 */
@Singleton
public final class Samples implements Chore {
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int KEPT = 360;

  /** Rates and quantiles are those of so many pauses: of a minute. */
  private static final int WINDOW = 12;

  private static final double MEDIAN = 0.5;
  private static final double SLOWEST = 0.99;

  private final MeterRegistry registry;
  private final Clock clock;
  private final ArrayDeque<Sample> samples = new ArrayDeque<>();
  private final ArrayDeque<Look> looks = new ArrayDeque<>();

  Samples(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  private record Look(Instant at, Answered answered) {}

  /** Those that are kept, the oldest first. */
  public synchronized List<Sample> kept() {
    return List.copyOf(samples);
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public synchronized void run() {
    Look look = new Look(clock.instant(), Answered.in(registry));
    if (!looks.isEmpty()) {
      keep(sample(looks.getFirst(), look));
    }
    looks.addLast(look);
    if (looks.size() > WINDOW) {
      looks.removeFirst();
    }
  }

  private void keep(Sample sample) {
    samples.addLast(sample);
    if (samples.size() > KEPT) {
      samples.removeFirst();
    }
  }

  private Sample sample(Look before, Look now) {
    Answered answered = now.answered().since(before.answered());
    double seconds = Duration.between(before.at(), now.at()).toMillis() / 1000.0;
    return new Sample(
        now.at(),
        gauge("signup.events.waiting"),
        gauge("signup.events.waiting.longest.seconds"),
        gauge("signup.events.parked"),
        seconds > 0 ? answered.all() / seconds : Double.NaN,
        answered.failures(),
        answered.quantile(MEDIAN),
        answered.quantile(SLOWEST));
  }

  private double gauge(String name) {
    Gauge gauge = registry.find(name).gauge();
    return gauge == null ? Double.NaN : gauge.value();
  }
}
