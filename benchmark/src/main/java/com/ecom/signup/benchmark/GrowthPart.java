package com.ecom.signup.benchmark;

import com.ecom.signup.local.database.EmbeddedDatabase;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Whether many customers make the same calls slower, or dearer. Two services run, one with few
 * customers and one with many, and are measured in turns: a machine changes its speed within
 * minutes, which is how long it takes to make many of few.
 */
final class GrowthPart {

  static final String GROWTH = "growth: ";
  static final String TIME = ", time";
  static final String CPU = ", CPU";

  private static final String MANY = "many";
  private static final int TURNS = 5;

  private final Bench bench;
  private final Findings findings;
  private final long customers;
  private final Measuring amongFew;
  private final Measuring amongMany;

  GrowthPart(Bench bench, Findings findings, long customers) {
    this.bench = bench;
    this.findings = findings;
    this.customers = customers;
    amongFew = new Measuring(bench, Plan.CUSTOMERS);
    amongMany = new Measuring(bench, customers);
  }

  void measure() {
    Store store = bench.store();
    Filling.anew(store, EmbeddedDatabase.DATABASE, Plan.CUSTOMERS);
    store.copy(MANY);
    Filling.grow(store, MANY, Plan.CUSTOMERS, customers);
    Launch launch = Launch.asShipped(bench.project());
    try (Service few = bench.start(launch);
        Service many = bench.start(launch.on(MANY))) {
      warmUp(few, many);
      Filling.again(bench.store(), few.database(), Plan.CUSTOMERS);
      compare(Measuring.LOOKUP, Route.LOOKUP, few, many);
      compare(Measuring.REGISTRATION, Route.REGISTRATION, few, many);
      new SearchPart(bench, findings).measure(many);
    }
  }

  /**
   * Registrations last, and no checkpoint after them: what changes most has been written to the log
   * as a whole by then, which each page is once after a checkpoint.
   */
  private void warmUp(Service few, Service many) {
    bench.store().checkpoint();
    int seconds = bench.plan().pace().warmUp();
    for (Route route : List.of(Route.LOOKUP, Route.REGISTRATION)) {
      amongFew.run("warm-up, few customers", route, few, connections(), seconds);
      amongMany.run("warm-up, many customers", route, many, connections(), seconds);
    }
  }

  private int connections() {
    return bench.plan().compared();
  }

  /** Registrations begin with as few customers in each turn, whatever was added before. */
  private void compare(String what, Route route, Service few, Service many) {
    String ofFew = name(what, Plan.CUSTOMERS);
    String ofMany = name(what, customers);
    Turns.of(
        findings,
        TURNS,
        List.of(
            () -> {
              if (route == Route.REGISTRATION) {
                Filling.again(bench.store(), few.database(), Plan.CUSTOMERS);
              }
              return run(amongFew, ofFew, route, few);
            },
            () -> run(amongMany, ofMany, route, many)));
    add(what + TIME, ofFew, ofMany, run -> 1 / run.perSecond());
    add(what + CPU, ofFew, ofMany, run -> run.cost().service() + run.cost().database());
    add(what + CPU + " of the service", ofFew, ofMany, run -> run.cost().service());
    add(what + CPU + " of the database", ofFew, ofMany, run -> run.cost().database());
  }

  private static String name(String what, long present) {
    return String.format(Locale.ROOT, "%s, %,d customers", what, present);
  }

  private Run run(Measuring measuring, String name, Route route, Service service) {
    return measuring.run(name, route, service, connections(), bench.plan().pace().run());
  }

  /** How many times worse it became. */
  private void add(String what, String few, String many, ToDoubleFunction<Run> cost) {
    findings.figure(GROWTH + what, "x", Turns.ratios(turns(many), turns(few), cost));
  }

  private List<Run> turns(String name) {
    return findings.turns(name, connections()).orElseThrow();
  }
}
