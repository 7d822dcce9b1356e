package com.ecom.signup.benchmark;

import com.ecom.signup.local.database.EmbeddedDatabase;

/** The service alone at a quarter of a CPU, then far too many calls, then how it recovers. */
final class QuarterPart {

  static final String NAME = Measuring.REGISTRATION + ", quarter of a CPU";
  static final String LOADED = "memory loaded, quarter of a CPU";
  private static final int TOO_MANY = 1024;
  private static final double RECOVERED_MILLIS = 200;
  private static final int MOST_PROBES = 60;

  private final Bench bench;
  private final Findings findings;
  private final Limits limits;
  private final Measuring measuring;

  QuarterPart(Bench bench, Findings findings, Limits limits) {
    this.bench = bench;
    this.findings = findings;
    this.limits = limits;
    measuring = new Measuring(bench, findings, Plan.CUSTOMERS);
  }

  void measure() {
    limits.with(
        group -> {
          try (Service service = bench.start(Launch.asShipped(bench.project()).within(group))) {
            measure(service);
          }
        });
  }

  private void measure(Service service) {
    measuring.run(
        "warm-up, quarter of a CPU",
        Route.REGISTRATION,
        service,
        bench.plan().compared(),
        bench.plan().pace().quarterWarmUp());
    measuring.registrations(NAME, service, bench.plan().compared());
    findings.figure(LOADED, "MB", service.memory().resident());
    overload(service);
    recovery(service);
  }

  private void overload(Service service) {
    Progress.begin("overload, %d connections".formatted(TOO_MANY));
    Wrk.Load load =
        new Wrk.Load(
            Route.REGISTRATION,
            bench.nextSeries(),
            Plan.CUSTOMERS,
            TOO_MANY,
            bench.plan().pace().overload(),
            true);
    Rows before = bench.store().rows(EmbeddedDatabase.DATABASE);
    WrkFigures figures = bench.wrk().run(service.port(), load).figures();
    check(figures, before);
    double seconds = figures.micros() / 1e6;
    Progress.end(
        "%,.0f/s answered, %,.0f/s turned away"
            .formatted(figures.answered() / seconds, figures.busy() / seconds));
    findings.figure("overload: answered with 200", "/s", figures.answered() / seconds);
    findings.figure("overload: answered with 503", "/s", figures.busy() / seconds);
    findings.figure("overload: p50 of all answers", "ms", figures.latency().p50());
    findings.figure("overload: p99 of all answers", "ms", figures.latency().p99());
    findings.figure(
        "overload: broken connections", "", (double) (figures.errors() - figures.status()));
  }

  /** Turning away is right, as long as it says when to come again; losing a customer is not. */
  private void check(WrkFigures figures, Rows before) {
    if (figures.unexplained() > 0 || figures.status() != figures.busy()) {
      throw new WrongAnswer(
          "overload: of %d answers that are not 2xx, %d are 503, %d of these without Retry-After"
              .formatted(figures.status(), figures.busy(), figures.unexplained()));
    }
    Rows after = bench.store().rows(EmbeddedDatabase.DATABASE);
    if (after.customers() - before.customers() < figures.answered()) {
      throw new WrongAnswer(
          "overload: %d registrations were answered, but %d customers were added"
              .formatted(figures.answered(), after.customers() - before.customers()));
    }
  }

  private void recovery(Service service) {
    long ended = System.nanoTime();
    for (int probe = 1; probe <= MOST_PROBES; probe++) {
      double began = (System.nanoTime() - ended) / 1e9;
      Run run = measuring.run("recovery", Route.REGISTRATION, service, bench.plan().compared(), 1);
      if (run.latency() != null && run.latency().p99() < RECOVERED_MILLIS) {
        findings.figure("overload: time until p99 is below 200 ms again", "s", began);
        return;
      }
    }
    findings.note("p99 was not below 200 ms again within %d s.".formatted(MOST_PROBES));
  }
}
