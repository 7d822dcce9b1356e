package com.ecom.signup.benchmark;

import com.ecom.signup.local.database.EmbeddedDatabase;
import java.util.ArrayList;
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

  /**
   * @param few the run with few customers
   * @param many the one next to it, with many
   */
  private record Turn(Run few, Run many) {

    /** How many times worse it became. */
    double ratio(ToDoubleFunction<Run> cost) {
      return cost.applyAsDouble(many) / cost.applyAsDouble(few);
    }
  }

  private void compare(String what, Route route, Service few, Service many) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < TURNS; i++) {
      Filling.again(bench.store(), few.database(), Plan.CUSTOMERS);
      turns.add(
          new Turn(
              run(amongFew, what, Plan.CUSTOMERS, route, few),
              run(amongMany, what, customers, route, many)));
    }
    findings.add(Turns.middle(turns.stream().map(Turn::few).toList()));
    findings.add(Turns.middle(turns.stream().map(Turn::many).toList()));
    add(what + TIME, turns, run -> 1 / run.perSecond());
    add(what + CPU, turns, run -> run.cost().service() + run.cost().database());
    add(what + CPU + " of the service", turns, run -> run.cost().service());
    add(what + CPU + " of the database", turns, run -> run.cost().database());
  }

  private Run run(Measuring measuring, String what, long present, Route route, Service service) {
    String name = String.format(Locale.ROOT, "%s, %,d customers", what, present);
    return measuring.run(name, route, service, connections(), bench.plan().pace().run());
  }

  private void add(String what, List<Turn> turns, ToDoubleFunction<Run> cost) {
    findings.figure(GROWTH + what, "x", turns.stream().map(turn -> turn.ratio(cost)).toList());
  }
}
