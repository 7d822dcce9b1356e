package com.ecom.signup.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What wrk and load.lua print. */
final class WrkFiguresTest {
  private static final String OUTPUT =
      """
      Running 2s test @ http://127.0.0.1:42131
        1 threads and 64 connections
        Thread Stats   Avg      Stdev     Max   +/- Stdev
          Latency     1.42ms    0.89ms  24.98ms   95.71%
          Req/Sec    45.35k     3.35k   50.26k    75.00%
        90210 requests in 2.00s, 11.70MB read
      Requests/sec:  45087.90
      Transfer/sec:      5.85MB
      {"requests":90210,"bytes":12268560,"micros":2000762,"p50":1299,"p90":2028,"p99":3551,\
      "connect":1,"read":2,"write":3,"status":4,"timeout":5,"answered":6,"busy":7,"unexplained":8,\
      "answeredAfter":{"p50":9,"p90":10,"p99":11},"busyAfter":{"p50":12,"p90":13,"p99":14},\
      "settledAfter":{"p50":15,"p90":16,"p99":17}}
      0m0.001s 0m0.002s
      0m1.103s 0m0.611s
      """;

  @Test
  void findsItsLineAmongTheOthers() {
    assertThat(WrkFigures.parse(OUTPUT))
        .isEqualTo(
            new WrkFigures(
                90_210,
                12_268_560,
                2_000_762,
                1299,
                2028,
                3551,
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                8,
                new Latency(9, 10, 11),
                new Latency(12, 13, 14),
                new Latency(15, 16, 17)));
  }

  @Test
  void givesSecondsAndMilliseconds() {
    Run run = WrkFigures.parse(OUTPUT).run("look-up", 64, new Cost(1, 2, 3, 4));

    assertThat(run.perSecond()).isCloseTo(45_087.8, within(0.1));
    assertThat(run.latency()).isEqualTo(new Latency(1.299, 2.028, 3.551));
    assertThat(run.errors()).isEqualTo(15);
  }

  @Test
  void showsWhatCameInsteadOfFigures() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> WrkFigures.parse("unable to connect to 127.0.0.1:1 Connection refused"))
        .withMessageContaining("Connection refused");
  }
}
