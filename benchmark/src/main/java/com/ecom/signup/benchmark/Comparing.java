package com.ecom.signup.benchmark;

/** Measures the same work by pgbench, without the service. */
final class Comparing {

  private final Bench bench;
  private final Findings findings;

  Comparing(Bench bench, Findings findings) {
    this.bench = bench;
    this.findings = findings;
  }

  /**
   * @param suffix of the run's name
   */
  void pgbench(PgbenchScript script, int threads, String suffix) {
    String name = script.title(threads) + suffix;
    int clients = bench.plan().compared();
    if (!script.writes()) {
      run(script, name, threads, clients, Address.FIRST_SERIES);
      return;
    }
    bench.store().checkpoint();
    Rows before = bench.store().rows(Store.COPY);
    long written = run(script, name, threads, clients, bench.nextSeries());
    AnswerCheck.checkRows(name, before, bench.store().rows(Store.COPY), written, clients);
  }

  /** The number of its transactions. */
  private long run(PgbenchScript script, String name, int threads, int clients, int series) {
    Progress.begin(name);
    int seconds = bench.plan().pace().run();
    Cost before = bench.usedByDatabase();
    Pgbench.Outcome outcome =
        bench.pgbench().run(script, Math.min(threads, clients), clients, seconds, series);
    Cost used = bench.usedByDatabase().minus(before).withGenerator((double) outcome.cpu());
    PgbenchFigures figures = outcome.figures();
    Progress.end("%,.0f/s".formatted(figures.perSecond()));
    findings.add(figures.run(name, clients, used.over(figures.transactions())));
    return figures.transactions();
  }
}
