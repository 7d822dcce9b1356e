package com.ecom.signup.benchmark;

import java.util.List;

/** How many times the throughput of pgbench the service has, at the same number of connections. */
final class Ratios {

  private static final List<Integer> THREADS = List.of(1, 2);

  private Ratios() {}

  static String name(String run, PgbenchScript script, int threads) {
    return "%s / %s".formatted(run, script.title(threads));
  }

  static void addTo(Findings findings, int connections) {
    for (int threads : THREADS) {
      add(findings, connections, Measuring.REGISTRATION, PgbenchScript.TWO_STATEMENTS, threads, "");
      add(findings, connections, Measuring.REGISTRATION, PgbenchScript.ONE_STATEMENT, threads, "");
      add(findings, connections, Measuring.LOOKUP, PgbenchScript.SELECT, threads, "");
      add(
          findings,
          connections,
          LoadPart.DELIVERING,
          PgbenchScript.TWO_STATEMENTS,
          threads,
          LoadPart.BESIDE);
    }
  }

  private static void add(
      Findings findings,
      int connections,
      String run,
      PgbenchScript script,
      int threads,
      String suffix) {
    findings
        .turns(run, connections)
        .ifPresent(
            service ->
                findings
                    .turns(script.title(threads) + suffix, connections)
                    .ifPresent(
                        pgbench ->
                            findings.figure(
                                name(run, script, threads),
                                "x",
                                Turns.ratios(service, pgbench, Run::perSecond))));
  }
}
