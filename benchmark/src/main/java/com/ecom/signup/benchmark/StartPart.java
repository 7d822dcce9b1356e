package com.ecom.signup.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** From the start of the process to the first registration that is answered, and memory after. */
final class StartPart {

  private static final Duration POLL = Duration.ofMillis(5);

  private final Bench bench;
  private final Findings findings;
  private final Limits limits;

  StartPart(Bench bench, Findings findings, Limits limits) {
    this.bench = bench;
    this.findings = findings;
    this.limits = limits;
  }

  void measure() {
    Launch whole = Launch.asShipped(bench.project());
    measureWithAndWithoutCache(whole);
    limits.with(group -> measureWithAndWithoutCache(whole.within(group)));
  }

  private void measureWithAndWithoutCache(Launch launch) {
    measure(launch);
    if (launch.cache()) {
      measure(launch.caching(false));
    }
  }

  private void measure(Launch launch) {
    List<Start> starts = new ArrayList<>();
    for (int i = 1; i <= bench.plan().pace().starts(); i++) {
      starts.add(start(launch));
    }
    add(wall(launch), "s", starts.stream().map(Start::wall).toList());
    add(cpu(launch), "s", starts.stream().map(Start::cpu).toList());
    add(idle(launch), "MB", starts.stream().map(Start::idle).toList());
  }

  private void add(String name, String unit, List<Double> values) {
    findings.figure(name, unit, values);
  }

  static String wall(Launch launch) {
    return "start, %s: time".formatted(launch.title());
  }

  static String cpu(Launch launch) {
    return "start, %s: CPU".formatted(launch.title());
  }

  static String idle(Launch launch) {
    return "memory idle, " + launch.title();
  }

  /** Seconds until the first answer, CPU seconds until then, MB some time after. */
  private record Start(double wall, double cpu, double idle) {}

  private Start start(Launch launch) {
    Progress.begin("start, " + launch.title());
    String request = Route.REGISTRATION.request(1, bench.nextSeries());
    long began = System.nanoTime();
    try (Service service = bench.launch(launch)) {
      service.await(service.port(), request, POLL);
      double wall = (System.nanoTime() - began) / 1e9;
      double cpu = service.cpu() / 1e6;
      Progress.end("%.2f s, %.2f s of CPU".formatted(wall, cpu));
      Pause.of(Duration.ofSeconds(bench.plan().pace().idle()));
      noteRefusedCache(launch, service.log());
      return new Start(wall, cpu, service.memory().resident());
    }
  }

  private void noteRefusedCache(Launch launch, String log) {
    if (launch.cache() && log.contains("[aot")) {
      findings.note("The JVM has something to say about the AOT cache; see the service's log.");
    }
  }
}
