package com.ecom.signup.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** What pgbench prints. */
final class PgbenchFiguresTest {
  private static final String OUTPUT =
      """
      pgbench (15.13 (Debian 15.13-0+deb12u1), server 18.6)
      transaction type: two-statements.sql
      scaling factor: 1
      query mode: prepared
      number of clients: 64
      number of threads: 1
      maximum number of tries: 1
      duration: 15 s
      number of transactions actually processed: 81630
      number of failed transactions: 3 (0.004%)
      latency average = 11.701 ms
      initial connection time = 212.004 ms
      tps = 5469.575106 (without initial connection time)
      """;

  @Test
  void readsTheSummary() {
    assertThat(PgbenchFigures.parse(OUTPUT))
        .isEqualTo(new PgbenchFigures(81_630, 3, 11.701, 5469.575106));
  }

  @Test
  void showsWhatCameInsteadOfASummary() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> PgbenchFigures.parse("pgbench: error: connection to server failed"))
        .withMessageContaining("connection to server failed");
  }
}
