package com.ecom.signup.reconciliation;

import com.ecom.signup.chore.Chore;
import com.ecom.signup.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Shows, in every replica, what the last whole pass found; nothing before the first. */
@Singleton
final class Discrepancies implements Chore {
  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final Database database;
  private volatile @Nullable Findings last;

  Discrepancies(Database database, MeterRegistry meters) {
    this.database = database;
    gauge(meters, "missing", Findings::missing);
    gauge(meters, "orphans", Findings::orphans);
  }

  private void gauge(MeterRegistry meters, String kind, ToDoubleFunction<Findings> value) {
    Gauge.builder("signup.reconciliation.discrepancies", () -> of(value))
        .description("customers without a registration event, events without a customer")
        .tag("kind", kind)
        .register(meters);
  }

  private double of(ToDoubleFunction<Findings> value) {
    Findings known = last;
    return known == null ? Double.NaN : value.applyAsDouble(known);
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public void run() {
    database.with(PassTable::newestFinished).ifPresent(pass -> last = pass.findings());
  }
}
