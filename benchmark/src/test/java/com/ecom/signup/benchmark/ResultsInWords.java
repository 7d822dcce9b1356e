package com.ecom.signup.benchmark;

import java.util.List;
import java.util.Map;

/** A result as one could be, for what is made of it. */
final class ResultsInWords {

  private ResultsInWords() {}

  static Findings findings() {
    Findings findings = new Findings();
    findings.add(run(Measuring.REGISTRATION, 24_000));
    findings.add(run(LoadPart.DELIVERING, 12_000));
    findings.add(run(Measuring.LOOKUP, 60_000));
    for (int threads : List.of(1, 2)) {
      findings.add(run(PgbenchScript.TWO_STATEMENTS.title(threads), 8000));
      findings.add(run(PgbenchScript.TWO_STATEMENTS.title(threads) + LoadPart.BESIDE, 6000));
      findings.add(run(PgbenchScript.ONE_STATEMENT.title(threads), 10_000));
      findings.add(run(PgbenchScript.SELECT.title(threads), 30_000));
    }
    findings.figure("start", "s", List.of(3.0, 1.0, 2.0));
    findings.add(new HotPart("EmailAddress", 250.4, 512));
    findings.note("Something was skipped: <no reason> & none.");
    Ratios.addTo(findings, 64);
    return findings;
  }

  static Run run(String name, double perSecond) {
    return new Run(name, 64, perSecond, new Latency(1, 2, 26.5), new Cost(50, 60, 10, 0), 100, 0);
  }

  static Result result() {
    return result(findings());
  }

  static Result result(Findings findings) {
    Machine machine =
        new Machine(
            "CPU <fast> & cheap",
            2,
            8000,
            "Linux 6",
            "JDK 25",
            List.of("-Xmx256m"),
            Map.of("version", "18.6"),
            "0f26fc9a1b2c",
            "2026-01-01T00:00:00Z");
    return new Result(
        machine,
        Pace.USUAL,
        64,
        findings.runs(),
        findings.figures(),
        findings.hotParts(),
        List.of(new Target("p99", false, 25, "ms", 26.5), new Target("ratio", true, 3, "x", 3)),
        findings.notes());
  }
}
