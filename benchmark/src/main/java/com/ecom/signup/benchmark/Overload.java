package com.ecom.signup.benchmark;

import com.ecom.signup.local.database.EmbeddedDatabase;

/** More calls than can be answered, and how long the service takes to be itself again. */
final class Overload {
  private static final double RECOVERED_MILLIS = 200;
  private static final int MOST_PROBES = 60;

  private final Bench bench;
  private final Findings findings;
  private final Measuring measuring;

  Overload(Bench bench, Findings findings, Measuring measuring) {
    this.bench = bench;
    this.findings = findings;
    this.measuring = measuring;
  }

  /**
   * Sends a crowd.
   *
   * @param crowd new connections, all at once
   */
  void measure(Service service, int crowd) {
    String title = "%,d at once".formatted(crowd);
    add(title, run(service, "overload", crowd, bench.plan().pace().overload()));
    awaitRecovery(title, service, System.nanoTime());
  }

  private void add(String title, WrkFigures figures) {
    double seconds = figures.micros() / 1e6;
    findings.figure(title + ": answered with 200", "/s", figures.answered() / seconds);
    findings.figure(title + ": answered with 503", "/s", figures.busy() / seconds);
    add(title + ": %s of 200", figures.answeredAfter());
    add(title + ": %s of 503", figures.busyAfter());
    add(title + ", all have come: %s", figures.settledAfter());
    findings.figure(
        title + ": broken connections", "", (double) (figures.errors() - figures.status()));
  }

  private void add(String name, Latency latency) {
    findings.figure(name.formatted("p50"), "ms", latency.p50());
    findings.figure(name.formatted("p99"), "ms", latency.p99());
  }

  private void awaitRecovery(String title, Service service, long ended) {
    for (int probe = 1; probe <= MOST_PROBES; probe++) {
      double seconds = (System.nanoTime() - ended) / 1e9;
      WrkFigures figures = run(service, "recovery", bench.plan().compared(), 1);
      if (isRecovered(figures)) {
        findings.figure(title + ": time until p99 is below 200 ms again", "s", seconds);
        return;
      }
    }
    findings.note("p99 was not below 200 ms again within %d s.".formatted(MOST_PROBES));
  }

  private static boolean isRecovered(WrkFigures figures) {
    return figures.answered() > 0
        && figures.busy() == 0
        && figures.latency().p99() < RECOVERED_MILLIS;
  }

  private WrkFigures run(Service service, String name, int connections, int seconds) {
    Progress.begin("%s, %d connections".formatted(name, connections));
    Wrk.Load load = measuring.load(Route.REGISTRATION, connections, seconds, true);
    Rows before = bench.store().rows(EmbeddedDatabase.DATABASE);
    WrkFigures figures = bench.wrk().run(service.port(), load).figures();
    AnswerCheck.checkTurnedAway(name, figures);
    AnswerCheck.checkNoneLost(
        name, before, bench.store().rows(EmbeddedDatabase.DATABASE), figures.answered());
    Progress.end(
        "%,.0f/s, %,d turned away, p99 %,.0f ms"
            .formatted(figures.perSecond(), figures.busy(), figures.latency().p99()));
    return figures;
  }
}
