package com.ecom.signup.benchmark;

/** The service alone at a quarter of a CPU, then with far too many calls. */
final class QuarterPart {

  static final String NAME = Measuring.REGISTRATION + ", quarter of a CPU";
  static final String LOADED = "memory loaded, quarter of a CPU";
  static final String PEAK = "memory at its peak, quarter of a CPU";

  private final Bench bench;
  private final Findings findings;
  private final Limits limits;
  private final Measuring measuring;

  QuarterPart(Bench bench, Findings findings, Limits limits) {
    this.bench = bench;
    this.findings = findings;
    this.limits = limits;
    measuring = new Measuring(bench, Plan.CUSTOMERS);
  }

  void measure() {
    limits.with(
        group -> {
          try (Service service = bench.start(Launch.asShipped(bench.project()).within(group))) {
            measure(service);
          }
        });
  }

  private void measure(Service service) {
    int connections = bench.plan().compared();
    int warmUp = bench.plan().pace().quarterWarmUp();
    measuring.run("warm-up, quarter of a CPU", Route.REGISTRATION, service, connections, warmUp);
    findings.add(measuring.registrations(NAME, service, connections));
    Memory memory = service.memory();
    findings.figure(LOADED, "MB", memory.resident());
    findings.figure(PEAK, "MB", memory.peak());
    new Overload(bench, findings, measuring).measure(service);
  }
}
