package com.ecom.signup.benchmark;

/** Measures the same work by pgbench, without the service. */
final class Comparing {

  private final Bench bench;

  Comparing(Bench bench) {
    this.bench = bench;
  }

  /**
   * @param suffix of the run's name
   */
  Run pgbench(PgbenchScript script, int threads, String suffix) {
    String name = script.title(threads) + suffix;
    int clients = bench.plan().compared();
    if (!script.writes()) {
      return run(script, name, threads, clients, Address.FIRST_SERIES);
    }
    bench.store().checkpoint();
    Rows before = bench.store().rows(Store.COPY);
    Run run = run(script, name, threads, clients, bench.nextSeries());
    AnswerCheck.checkRows(name, before, bench.store().rows(Store.COPY), run.requests(), clients);
    return run;
  }

  private Run run(PgbenchScript script, String name, int threads, int clients, int series) {
    Progress.begin(name);
    int seconds = bench.plan().pace().run();
    Cost before = bench.usedByDatabase();
    Pgbench.Outcome outcome =
        bench.pgbench().run(script, Math.min(threads, clients), clients, seconds, series);
    Cost used = bench.usedByDatabase().minus(before).withGenerator((double) outcome.cpu());
    PgbenchFigures figures = outcome.figures();
    Progress.end("%,.0f/s".formatted(figures.perSecond()));
    return figures.run(name, clients, used.over(figures.transactions()));
  }
}
