package com.ecom.signup.benchmark;

import com.ecom.signup.local.database.EmbeddedDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Both routes at several connections on whole cores, next to pgbench on the same server. */
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
    measuring = new Measuring(bench, Plan.CUSTOMERS);
    comparing = new Comparing(bench);
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
    plan.below().forEach(count -> findings.add(registration(service, count)));
    List<Double> logged = new ArrayList<>();
    Turns.of(
        findings,
        plan.pace().turns(),
        List.of(
            () -> comparing.pgbench(PgbenchScript.TWO_STATEMENTS, 1, ""),
            () -> comparing.pgbench(PgbenchScript.ONE_STATEMENT, 1, ""),
            () -> registrationCountingLog(service, logged),
            () -> comparing.pgbench(PgbenchScript.TWO_STATEMENTS, 2, ""),
            () -> comparing.pgbench(PgbenchScript.ONE_STATEMENT, 2, "")));
    findings.figure(LOGGED, "bytes", logged);
    plan.above().forEach(count -> findings.add(registration(service, count)));
  }

  private Run registration(Service service, int connections) {
    return measuring.registrations(Measuring.REGISTRATION, service, connections);
  }

  private Run registrationCountingLog(Service service, List<Double> logged) {
    long before = bench.store().logged();
    Run run = registration(service, plan.compared());
    logged.add(logged(before, run));
    return run;
  }

  /** Since a checkpoint, after which each page is written whole once. */
  private double logged(long before, Run run) {
    return (bench.store().logged() - before) / (double) run.requests();
  }

  private void lookups(Service service) {
    plan.below().forEach(count -> findings.add(lookup(service, count)));
    Turns.of(
        findings,
        plan.pace().turns(),
        List.of(
            () -> comparing.pgbench(PgbenchScript.SELECT, 1, ""),
            () -> lookup(service, plan.compared()),
            () -> comparing.pgbench(PgbenchScript.SELECT, 2, "")));
    Memory memory = service.memory();
    findings.figure(LOADED, "MB", memory.resident());
    findings.figure(PEAK, "MB", memory.peak());
    plan.above().forEach(count -> findings.add(lookup(service, count)));
  }

  private Run lookup(Service service, int connections) {
    return measuring.lookups(Measuring.LOOKUP, service, connections);
  }

  /** What is known of a run with delivery beside it. */
  private record Delivered(Run run, double loaded, double backlog, double drained, double logged) {}

  private void delivery(Service service) {
    int warmUp = plan.pace().warmUp();
    measuring.run("warm-up, delivery on", Route.REGISTRATION, service, plan.compared(), warmUp);
    awaitDelivery();
    List<Delivered> delivered = new ArrayList<>();
    Turns.of(
        findings,
        plan.pace().turns(),
        List.of(
            () -> comparing.pgbench(PgbenchScript.TWO_STATEMENTS, 1, BESIDE),
            () -> {
              delivered.add(delivering(service, plan.compared()));
              return delivered.getLast().run();
            },
            () -> comparing.pgbench(PgbenchScript.TWO_STATEMENTS, 2, BESIDE)));
    add(LOADED_DELIVERING, "MB", delivered, Delivered::loaded);
    add(BACKLOG, "events", delivered, Delivered::backlog);
    add(DRAINED, "s", delivered, Delivered::drained);
    add(LOGGED_DELIVERING, "bytes", delivered, Delivered::logged);
  }

  private void add(
      String name, String unit, List<Delivered> delivered, Function<Delivered, Double> figure) {
    findings.figure(name, unit, delivered.stream().map(figure).toList());
  }

  /**
   * The cost of a registration includes its delivery, also what came of it after the run. Twice as
   * long as other runs: a backlog grows with time.
   */
  private Delivered delivering(Service service, int connections) {
    bench.store().checkpoint();
    Rows rows = bench.store().settledRows(EmbeddedDatabase.DATABASE);
    long logged = bench.store().logged();
    Cost before = bench.used(service);
    int seconds = 2 * plan.pace().run();
    Run run = measuring.answered(DELIVERING, Route.REGISTRATION, service, connections, seconds);
    long ended = System.nanoTime();
    double loaded = service.memory().resident();
    long backlog = bench.store().backlog();
    awaitDelivery();
    double drained = (System.nanoTime() - ended) / 1e9;
    Cost used = bench.used(service).minus(before).over(run.requests());
    double loggedForOne = logged(logged, run);
    Rows after = bench.store().settledRows(EmbeddedDatabase.DATABASE);
    AnswerCheck.checkRows(DELIVERING, rows, after, run.requests(), connections);
    return new Delivered(
        run.costing(used.withGenerator(run.cost().generator())),
        loaded,
        backlog,
        drained,
        loggedForOne);
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
