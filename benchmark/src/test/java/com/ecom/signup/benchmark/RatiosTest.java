package com.ecom.signup.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The service's throughput over pgbench's. */
final class RatiosTest {

  @Test
  void comparesEachRouteWithTheSameWorkOfPgbench() {
    Findings findings = ResultsInWords.findings();

    assertThat(
            findings.figure(Ratios.name(Measuring.REGISTRATION, PgbenchScript.TWO_STATEMENTS, 1)))
        .hasValue(3);
    assertThat(findings.figure(Ratios.name(Measuring.REGISTRATION, PgbenchScript.ONE_STATEMENT, 2)))
        .hasValue(2.4);
    assertThat(findings.figure(Ratios.name(Measuring.LOOKUP, PgbenchScript.SELECT, 1))).hasValue(2);
  }

  @Test
  void comparesDeliveryWithTheRunBesideIt() {
    assertThat(
            ResultsInWords.findings()
                .figure(Ratios.name(LoadPart.DELIVERING, PgbenchScript.TWO_STATEMENTS, 1)))
        .hasValue(2);
  }

  @Test
  void saysNothingOfWhatWasNotMeasured() {
    Findings findings = new Findings();
    findings.add(ResultsInWords.run(Measuring.REGISTRATION, 1));

    Ratios.addTo(findings, 64);

    assertThat(findings.figures()).isEmpty();
  }
}
