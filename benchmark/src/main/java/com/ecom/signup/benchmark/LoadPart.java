package com.ecom.signup.benchmark;

import com.ecom.signup.local.database.EmbeddedDatabase;
import java.time.Duration;

/**
 * Both routes at several connections on whole cores, next to pgbench on the same server. What is
 * compared is measured one after the other: machines change their speed within minutes.
 */
final class LoadPart {

  static final String DELIVERING = Measuring.REGISTRATION + ", delivery on";
  static final String BESIDE = ", beside delivery";
  static final String BACKLOG = "backlog when the run with delivery ends";
  static final String DRAINED = "time until the backlog is empty";
  static final String LOGGED = "log written for a registration";
  static final String LOGGED_DELIVERING = "log written for a registration and its delivery";
  static final String LOADED = "memory loaded, whole cores";
  static final String LOADED_DELIVERING = "memory loaded, whole cores, delivery on";
  static final String PEAK = "memory at its peak, whole cores";

  private static final Duration MOST_FOR_BACKLOG = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(50);

  private final Bench bench;
  private final Findings findings;
  private final Measuring measuring;
  private final Comparing comparing;
  private final Plan plan;

  LoadPart(Bench bench, Findings findings) {
    this.bench = bench;
    this.findings = findings;
    this.plan = bench.plan();
    measuring = new Measuring(bench, findings, Plan.CUSTOMERS);
    comparing = new Comparing(bench, findings);
  }

  void measure() {
    try (Service service = bench.start(Launch.asShipped(bench.project()))) {
      measuring.warmUp(service, plan.pace().warmUp());
      registrations(service);
      lookups(service);
    }
    // The backlog of the runs above is no part of what delivery costs.
    bench.store().execute(EmbeddedDatabase.DATABASE, "truncate customer.event");
    try (Service service = bench.start(Launch.asShipped(bench.project()).delivering())) {
      delivery(service);
    }
  }

  private void registrations(Service service) {
    plan.below().forEach(count -> registrations(service, count));
    comparing.pgbench(PgbenchScript.TWO_STATEMENTS, 1, "");
    comparing.pgbench(PgbenchScript.ONE_STATEMENT, 1, "");
    long logged = bench.store().logged();
    Run run = measuring.registrations(Measuring.REGISTRATION, service, plan.compared());
    findings.figure(LOGGED, "bytes", logged(logged, run));
    comparing.pgbench(PgbenchScript.TWO_STATEMENTS, 2, "");
    comparing.pgbench(PgbenchScript.ONE_STATEMENT, 2, "");
    plan.above().forEach(count -> registrations(service, count));
  }

  /** Since a checkpoint, after which each page is written whole once. */
  private double logged(long before, Run run) {
    return (bench.store().logged() - before) / (double) run.requests();
  }

  private void registrations(Service service, int connections) {
    measuring.registrations(Measuring.REGISTRATION, service, connections);
  }

  private void lookups(Service service) {
    plan.below().forEach(count -> lookups(service, count));
    comparing.pgbench(PgbenchScript.SELECT, 1, "");
    lookups(service, plan.compared());
    Memory memory = service.memory();
    findings.figure(LOADED, "MB", memory.resident());
    findings.figure(PEAK, "MB", memory.peak());
    comparing.pgbench(PgbenchScript.SELECT, 2, "");
    plan.above().forEach(count -> lookups(service, count));
  }

  private void lookups(Service service, int connections) {
    measuring.lookups(Measuring.LOOKUP, service, connections);
  }

  private void delivery(Service service) {
    int connections = plan.compared();
    int warmUp = plan.pace().warmUp();
    measuring.run("warm-up, delivery on", Route.REGISTRATION, service, connections, warmUp);
    awaitDelivery();
    comparing.pgbench(PgbenchScript.TWO_STATEMENTS, 1, BESIDE);
    bench.store().checkpoint();
    findings.add(delivering(service, connections));
    comparing.pgbench(PgbenchScript.TWO_STATEMENTS, 2, BESIDE);
  }

  /**
   * The cost of a registration includes its delivery, also what came of it after the run. Twice as
   * long as other runs: a backlog grows with time.
   */
  private Run delivering(Service service, int connections) {
    Rows rows = bench.store().settledRows(EmbeddedDatabase.DATABASE);
    long logged = bench.store().logged();
    Cost before = bench.used(service);
    int seconds = 2 * plan.pace().run();
    Run run = measuring.answered(DELIVERING, Route.REGISTRATION, service, connections, seconds);
    long ended = System.nanoTime();
    findings.figure(LOADED_DELIVERING, "MB", service.memory().resident());
    findings.figure(BACKLOG, "events", (double) bench.store().backlog());
    awaitDelivery();
    findings.figure(DRAINED, "s", (System.nanoTime() - ended) / 1e9);
    Cost used = bench.used(service).minus(before).over(run.requests());
    findings.figure(LOGGED_DELIVERING, "bytes", logged(logged, run));
    Rows after = bench.store().settledRows(EmbeddedDatabase.DATABASE);
    AnswerCheck.checkRows(DELIVERING, rows, after, run.requests(), connections);
    return run.costing(used.withGenerator(run.cost().generator()));
  }

  private void awaitDelivery() {
    Progress.begin("waiting for the backlog");
    long deadline = System.nanoTime() + MOST_FOR_BACKLOG.toNanos();
    while (bench.store().backlog() > 0) {
      if (System.nanoTime() > deadline) {
        findings.note("Events still waited after %s.".formatted(MOST_FOR_BACKLOG));
        break;
      }
      Pause.of(POLL);
    }
    Progress.end("done");
  }
}
