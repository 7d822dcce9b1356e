package com.ecom.signup.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The project's targets, for all that was measured. */
final class Targets {

  private final List<Target> targets = new ArrayList<>();
  private final Findings findings;
  private final int connections;

  private Targets(Findings findings, int connections) {
    this.findings = findings;
    this.connections = connections;
  }

  /**
   * @param shipped how the service is started in production
   */
  static List<Target> of(Findings findings, int connections, Launch shipped) {
    Targets all = new Targets(findings, connections);
    all.load();
    all.start(shipped);
    all.quarter();
    all.growth();
    all.operators();
    return List.copyOf(all.targets);
  }

  private void load() {
    figure(true, 3, "x", Ratios.name(Measuring.REGISTRATION, PgbenchScript.TWO_STATEMENTS, 1));
    figure(true, 2, "x", Ratios.name(LoadPart.DELIVERING, PgbenchScript.TWO_STATEMENTS, 1));
    figure(true, 1.7, "x", Ratios.name(Measuring.LOOKUP, PgbenchScript.SELECT, 1));
    figure(false, 10, "s", LoadPart.DRAINED);
    run(Measuring.REGISTRATION, 60, 25);
    run(LoadPart.DELIVERING, 110, 25);
    run(Measuring.LOOKUP, 30, 25);
    figure(false, 220, "MB", LoadPart.LOADED);
  }

  private void run(String name, double micros, double millis) {
    run(name, ": CPU of the service", micros, "us", run -> run.cost().service());
    run(name, ": p99", millis, "ms", Targets::p99);
  }

  private void run(
      String name, String what, double bound, String unit, ToDoubleFunction<Run> figure) {
    findings
        .run(name, connections)
        .ifPresent(
            run ->
                targets.add(
                    new Target(name + what, false, bound, unit, figure.applyAsDouble(run))));
  }

  private static double p99(Run run) {
    Latency latency = run.latency();
    return latency == null ? Double.POSITIVE_INFINITY : latency.p99();
  }

  private void start(Launch shipped) {
    figure(false, 1.5, "s", StartPart.cpu(shipped));
    figure(false, 6, "s", StartPart.wall(shipped.within(new ControlGroup.Made(List.of()))));
    figure(false, 120, "MB", StartPart.idle(shipped));
  }

  private void quarter() {
    findings
        .run(QuarterPart.NAME, connections)
        .ifPresent(
            run -> targets.add(new Target(QuarterPart.NAME, true, 800, "/s", run.perSecond())));
    run(QuarterPart.NAME, ": p99", 200, "ms", Targets::p99);
    figure(false, 220, "MB", QuarterPart.LOADED);
  }

  /** Of all that a call costs; how much of it is whose is told, too. */
  private void growth() {
    for (String what : List.of(Measuring.LOOKUP, Measuring.REGISTRATION)) {
      figure(false, 1.3, "x", GrowthPart.GROWTH + what + GrowthPart.TIME);
      figure(false, 1.3, "x", GrowthPart.GROWTH + what + GrowthPart.CPU);
    }
  }

  private void operators() {
    figure(true, 20_000, "/s", ImportPart.ROWS);
    findings.figures().stream()
        .filter(figure -> figure.name().startsWith(SearchPart.SEARCH))
        .filter(figure -> figure.name().endsWith(SearchPart.P99))
        .forEach(figure -> figure(false, 50, figure.unit(), figure.name()));
  }

  private void figure(boolean atLeast, double bound, String unit, String name) {
    OptionalDouble measured = findings.figure(name);
    if (measured.isPresent()) {
      targets.add(new Target(name, atLeast, bound, unit, measured.getAsDouble()));
    }
  }
}
