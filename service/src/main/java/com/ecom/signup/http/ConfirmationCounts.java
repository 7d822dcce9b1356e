package com.ecom.signup.http;

import com.ecom.signup.confirmation.Confirmed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** What became of the attempts to confirm a registration. */
@Singleton
final class ConfirmationCounts {
  private final Counter registered;
  private final Counter taken;
  private final Counter wrong;
  private final Counter gone;

  ConfirmationCounts(MeterRegistry meters) {
    registered = counter(meters, "registered");
    taken = counter(meters, "taken");
    wrong = counter(meters, "wrong");
    gone = counter(meters, "gone");
  }

  private static Counter counter(MeterRegistry meters, String result) {
    return Counter.builder("signup.confirmations")
        .description("attempts to confirm a registration, by what became of them")
        .tag("result", result)
        .register(meters);
  }

  Confirmed count(Confirmed confirmed) {
    switch (confirmed) {
      case Confirmed.Registered made -> registered.increment();
      case Confirmed.AddressTaken known -> taken.increment();
      case Confirmed.Wrong other -> wrong.increment();
      case Confirmed.Gone none -> gone.increment();
    }
    return confirmed;
  }
}
