package com.ecom.signup.benchmark;

import java.util.Locale;

/**
 * Whether many customers make the same calls slower, or dearer. Few and many have the same warm-up:
 * a server that has been up for a while has in memory what it reads often.
 */
final class GrowthPart {

  static final String GROWTH = "growth: ";

  private final Bench bench;
  private final Findings findings;
  private final long customers;

  GrowthPart(Bench bench, Findings findings, long customers) {
    this.bench = bench;
    this.findings = findings;
    this.customers = customers;
  }

  void measure() {
    Filling.anew(bench.store(), Plan.CUSTOMERS);
    try (Service service = bench.start(Launch.asShipped(bench.project()))) {
      Pair before = pair(service, Plan.CUSTOMERS);
      Filling.grow(bench.store(), Plan.CUSTOMERS, customers);
      Pair after = pair(service, customers);
      compare(Measuring.REGISTRATION, before.registrations(), after.registrations());
      compare(Measuring.LOOKUP, before.lookups(), after.lookups());
      new SearchPart(bench, findings).measure(service);
    }
  }

  private record Pair(Run registrations, Run lookups) {}

  private Pair pair(Service service, long present) {
    Measuring measuring = new Measuring(bench, findings, present);
    measuring.warmUp(service, bench.plan().pace().warmUp());
    String suffix = String.format(Locale.ROOT, ", %,d customers", present);
    int connections = bench.plan().compared();
    Run lookups = measuring.lookups(Measuring.LOOKUP + suffix, service, connections);
    Run registrations =
        measuring.settledRegistrations(Measuring.REGISTRATION + suffix, service, connections);
    return new Pair(registrations, lookups);
  }

  /** Each ratio says how many times worse it became. */
  private void compare(String what, Run before, Run after) {
    String name = GROWTH + what + ", ";
    findings.figure(name + "time", "x", before.perSecond() / after.perSecond());
    findings.figure(
        name + "CPU of the service", "x", after.cost().service() / before.cost().service());
    findings.figure(
        name + "CPU of the database", "x", after.cost().database() / before.cost().database());
  }
}
