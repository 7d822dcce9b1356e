package com.ecom.signup.benchmark;

/** The service alone at a quarter of a CPU, then with too many calls, and with far too many. */
final class QuarterPart {

  static final String NAME = Measuring.REGISTRATION + ", quarter of a CPU";
  static final String LOADED = "memory loaded, quarter of a CPU";
  static final String PEAK = "memory at its peak, quarter of a CPU";

  private static final int MANY = 1024;
  private static final int FAR_TOO_MANY = 4096;

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

  /** Each crowd meets a process of its own, which has never had more than a few connections. */
  void measure() {
    limits.with(
        group -> {
          Launch launch = Launch.asShipped(bench.project()).within(group);
          try (Service service = bench.start(launch)) {
            warmUp(service);
            measure(service);
            overload(service, MANY);
          }
          try (Service service = bench.start(launch)) {
            warmUp(service);
            overload(service, FAR_TOO_MANY);
          }
        });
  }

  private void warmUp(Service service) {
    int warmUp = bench.plan().pace().quarterWarmUp();
    int connections = bench.plan().compared();
    measuring.run("warm-up, quarter of a CPU", Route.REGISTRATION, service, connections, warmUp);
  }

  private void measure(Service service) {
    findings.add(measuring.registrations(NAME, service, bench.plan().compared()));
    Memory memory = service.memory();
    findings.figure(LOADED, "MB", memory.resident());
    findings.figure(PEAK, "MB", memory.peak());
  }

  private void overload(Service service, int crowd) {
    new Overload(bench, findings, measuring).measure(service, crowd);
  }
}
