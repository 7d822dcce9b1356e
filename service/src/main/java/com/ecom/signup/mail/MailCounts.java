package com.ecom.signup.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of mails. */
final class MailCounts {
  private static final List<String> RESULTS =
      List.of("sent", "failed", "refused", "too-many", "too-old", "no-reason");

  private final Map<String, Counter> counters;

  MailCounts(MeterRegistry meters) {
    counters =
        RESULTS.stream()
            .collect(Collectors.toMap(Function.identity(), result -> counter(meters, result)));
  }

  private static Counter counter(MeterRegistry meters, String result) {
    return Counter.builder("signup.mails")
        .description("mails that were sent, failed for now or were given up, by the reason")
        .tag("result", result)
        .register(meters);
  }

  void count(String result) {
    Objects.requireNonNull(counters.get(result), result).increment();
  }
}
