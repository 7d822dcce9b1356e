package com.ecom.signup.benchmark;

import com.ecom.signup.local.database.EmbeddedDatabase;
import java.time.Duration;

/** Measures single runs, and refuses those in which anything was answered wrong. */
final class Measuring {

  static final String REGISTRATION = "registration";
  static final String LOOKUP = "look-up";

  /** What was under way at the end of a run is committed by then. */
  private static final Duration SETTLING = Duration.ofMillis(300);

  private final Bench bench;
  private final Findings findings;
  private final long customers;

  /**
   * @param customers that look-ups find
   */
  Measuring(Bench bench, Findings findings, long customers) {
    this.bench = bench;
    this.findings = findings;
    this.customers = customers;
  }

  /** Both routes, so that the JVM has compiled what it will; the figures are not kept. */
  void warmUp(Service service, int seconds) {
    run("warm-up, registration", Route.REGISTRATION, service, bench.plan().compared(), seconds);
    run("warm-up, look-up", Route.LOOKUP, service, bench.plan().compared(), seconds);
    bench.store().checkpoint();
  }

  Run registrations(String name, Service service, int connections) {
    bench.store().checkpoint();
    return kept(run(name, Route.REGISTRATION, service, connections, bench.plan().pace().run()));
  }

  Run lookups(String name, Service service, int connections) {
    return kept(run(name, Route.LOOKUP, service, connections, bench.plan().pace().run()));
  }

  private Run kept(Run run) {
    findings.add(run);
    return run;
  }

  /** A run that is not kept. */
  Run run(String name, Route route, Service service, int connections, int seconds) {
    Progress.begin("%s, %d connections".formatted(name, connections));
    boolean writes = route == Route.REGISTRATION;
    int known = writes ? bench.nextSeries() : Address.FIRST_SERIES;
    service.requireAlive();
    long size = AnswerCheck.learnSize(service.port(), route, 1, known);
    Wrk.Load load =
        new Wrk.Load(
            route, writes ? bench.nextSeries() : known, customers, connections, seconds, false);
    Rows rowsBefore = rows(writes, EmbeddedDatabase.DATABASE);
    Cost before = bench.used(service);
    Wrk.Outcome outcome = bench.wrk().run(service.port(), load);
    Cost used = bench.used(service).minus(before).withGenerator((double) outcome.cpu());
    WrkFigures figures = outcome.figures();
    AnswerCheck.check(name, figures, size);
    if (writes) {
      Pause.of(SETTLING);
      Rows rows = rows(true, EmbeddedDatabase.DATABASE);
      AnswerCheck.checkRows(name, rowsBefore, rows, figures.requests(), connections);
    }
    Progress.end("%,.0f/s".formatted(figures.perSecond()));
    return new Run(
        name,
        connections,
        figures.perSecond(),
        figures.latency(),
        used.over(figures.requests()),
        figures.requests(),
        figures.errors());
  }

  private Rows rows(boolean counted, String database) {
    return counted ? bench.store().rows(database) : new Rows(0, 0);
  }

  /**
   * The same work by pgbench.
   *
   * @param suffix of the run's name
   */
  void pgbench(PgbenchScript script, int threads, String suffix) {
    String name = script.title(threads) + suffix;
    if (script.writes()) {
      bench.store().checkpoint();
    }
    Progress.begin(name);
    int clients = bench.plan().compared();
    int series = script.writes() ? bench.nextSeries() : Address.FIRST_SERIES;
    Rows rowsBefore = rows(script.writes(), Store.COPY);
    Cost before = bench.usedByDatabase();
    Pgbench.Outcome outcome =
        bench
            .pgbench()
            .run(script, Math.min(threads, clients), clients, bench.plan().pace().run(), series);
    Cost used = bench.usedByDatabase().minus(before).withGenerator((double) outcome.cpu());
    PgbenchFigures figures = outcome.figures();
    if (script.writes()) {
      AnswerCheck.checkRows(
          name, rowsBefore, rows(true, Store.COPY), figures.transactions(), clients);
    }
    Progress.end("%,.0f/s".formatted(figures.perSecond()));
    Cost cost = used.over(figures.transactions());
    findings.add(
        new Run(
            name,
            clients,
            figures.perSecond(),
            null,
            cost,
            figures.transactions(),
            figures.failed()));
  }
}
