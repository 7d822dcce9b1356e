package com.ecom.signup.abuse;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How many registrations were refused and why, and how many were put aside. */
@Singleton
final class AbuseCounts {
  private final Map<Verdict.Reason, Counter> refused = new EnumMap<>(Verdict.Reason.class);
  private final Counter clientRate;
  private final Counter addressRate;
  private final Counter quarantined;

  AbuseCounts(MeterRegistry meters) {
    for (Verdict.Reason reason : Verdict.Reason.values()) {
      refused.put(reason, counter(meters, reason.code()));
    }
    clientRate = counter(meters, "client-rate");
    addressRate = counter(meters, "address-rate");
    quarantined =
        Counter.builder("signup.abuse.quarantined")
            .description("registrations that were put aside for a person to look at")
            .register(meters);
  }

  private static Counter counter(MeterRegistry meters, String reason) {
    return Counter.builder("signup.abuse.refused")
        .description("registrations that were refused as abuse, by the reason")
        .tag("reason", reason)
        .register(meters);
  }

  void refused(Verdict.Reason reason) {
    Objects.requireNonNull(refused.get(reason)).increment();
  }

  void clientTooFast() {
    clientRate.increment();
  }

  void addressTooOften() {
    addressRate.increment();
  }

  void quarantined() {
    quarantined.increment();
  }
}
