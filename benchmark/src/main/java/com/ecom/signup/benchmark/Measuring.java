package com.ecom.signup.benchmark;

/** Measures the service in single runs, and refuses those in which anything was answered wrong. */
final class Measuring {

  static final String REGISTRATION = "registration";
  static final String LOOKUP = "look-up";

  private final Bench bench;
  private final long customers;

  /**
   * @param customers that look-ups find
   */
  Measuring(Bench bench, long customers) {
    this.bench = bench;
    this.customers = customers;
  }

  /** Both routes, so that the JVM has compiled what it will; the figures are not kept. */
  void warmUp(Service service, int seconds) {
    int connections = bench.plan().compared();
    run("warm-up, registration", Route.REGISTRATION, service, connections, seconds);
    run("warm-up, look-up", Route.LOOKUP, service, connections, seconds);
    bench.store().checkpoint();
  }

  Run registrations(String name, Service service, int connections) {
    bench.store().checkpoint();
    return run(name, Route.REGISTRATION, service, connections, bench.plan().pace().run());
  }

  Run lookups(String name, Service service, int connections) {
    return run(name, Route.LOOKUP, service, connections, bench.plan().pace().run());
  }

  /** A run with all that it wrote. */
  Run run(String name, Route route, Service service, int connections, int seconds) {
    if (route == Route.LOOKUP) {
      return answered(name, route, service, connections, seconds);
    }
    Rows before = bench.store().settledRows(service.database());
    Run run = answered(name, route, service, connections, seconds);
    Rows after = bench.store().settledRows(service.database());
    AnswerCheck.checkRows(name, before, after, run.requests(), connections);
    return run;
  }

  /** A run of which the answers alone are checked, for when others are still being written. */
  Run answered(String name, Route route, Service service, int connections, int seconds) {
    Progress.begin("%s, %d connections".formatted(name, connections));
    service.requireAlive();
    long size = AnswerCheck.learnSize(service.port(), route);
    Wrk.Load load = load(route, connections, seconds, false);
    Cost before = bench.used(service);
    WrkScript.Outcome outcome = bench.wrk().run(service.port(), load);
    Cost used = bench.used(service).minus(before).withGenerator((double) outcome.cpu());
    WrkFigures figures = outcome.figures();
    AnswerCheck.check(name, figures, size);
    Progress.end("%,.0f/s".formatted(figures.perSecond()));
    return figures.run(name, connections, used.over(figures.requests()));
  }

  /**
   * @param counted whether each answer's status is looked at, which slows wrk down
   */
  Wrk.Load load(Route route, int connections, int seconds, boolean counted) {
    int series = route == Route.LOOKUP ? Address.FIRST_SERIES : bench.nextSeries();
    return new Wrk.Load(route, series, customers, connections, seconds, counted);
  }
}
