package com.ecom.signup.benchmark;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table that people read. */
final class Report {

  private static final String WHAT_IT_MEANS =
      """
      CPU is in microseconds of all processes of each kind for one request. Delivery is paused where
      it is not named; where it is on, the CPU until the backlog is empty counts.
      The warm-up is not counted. Before each run that writes, a checkpoint lets the log go to recycled
      segments, as on a server that has been up for a while; new ones would stall commits.
      What is compared is measured in turns, and the run in the middle is shown.
      wrk runs with one thread, so pgbench -j 1 is its equal. pgbench tells no percentiles.
      wrk counts an answer, and its bytes, once it is read whole; what is under way at the end is in
      neither, so bytes have to be requests times the size of the right answer.
      """;

  private final Result result;
  private final Optional<Result> baseline;

  Report(Result result, Optional<Result> baseline) {
    this.result = result;
    this.baseline = baseline;
  }

  String text() {
    return Stream.of(heading(), runs(), figures(), hotParts(), targets(), comparison(), notes())
        .filter(section -> !section.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private String heading() {
    Machine machine = result.machine();
    return String.format(
        Locale.ROOT,
        """
        Registration service %s, %s
        %s, %d cores, %,d MB, %s, %s, PostgreSQL %s
        warm-up %d s (%d s at a quarter of a CPU), runs of %d s in %d turns, %d starts each
        """,
        machine.commit(),
        machine.date(),
        machine.cpu(),
        machine.cores(),
        machine.memory(),
        machine.kernel(),
        machine.jdk(),
        machine.postgresql().get("version"),
        result.seconds().warmUp(),
        result.seconds().quarterWarmUp(),
        result.seconds().run(),
        result.seconds().turns(),
        result.seconds().starts());
  }

  private String runs() {
    TextTable table =
        new TextTable(
            "",
            "connections",
            "per second",
            "p50 ms",
            "p90 ms",
            "p99 ms",
            "CPU us: service",
            "database",
            "generator",
            "stand-in",
            "errors");
    result.runs().forEach(run -> row(table, run));
    return table.isEmpty() ? "" : table.text();
  }

  private static void row(TextTable table, Run run) {
    Latency latency = run.latency();
    table.row(
        run.name(),
        String.valueOf(run.connections()),
        Numbers.text(run.perSecond()),
        latency == null ? "-" : Numbers.text(latency.p50()),
        latency == null ? "-" : Numbers.text(latency.p90()),
        latency == null ? "-" : Numbers.text(latency.p99()),
        Numbers.orDash(run.cost().service()),
        Numbers.text(run.cost().database()),
        Numbers.text(run.cost().generator()),
        Numbers.orDash(run.cost().standIn()),
        String.valueOf(run.errors()));
  }

  private String figures() {
    TextTable table = new TextTable("", "median", "", "least", "most");
    for (Figure figure : result.figures()) {
      boolean single = figure.least() == figure.most();
      table.row(
          figure.name(),
          Numbers.text(figure.value()),
          figure.unit(),
          single ? "" : Numbers.text(figure.least()),
          single ? "" : Numbers.text(figure.most()));
    }
    return table.isEmpty() ? "" : table.text();
  }

  private String hotParts() {
    TextTable table = new TextTable("", "ns/op", "B/op");
    result
        .hotParts()
        .forEach(
            part -> table.row(part.name(), Numbers.text(part.nanos()), Numbers.text(part.bytes())));
    return table.isEmpty() ? "" : table.text();
  }

  private String targets() {
    TextTable table =
        new TextTable(
            "target, at %d connections".formatted(result.connections()), "wanted", "measured", "");
    for (Target target : result.targets()) {
      table.row(target.name(), target.wanted(), Numbers.text(target.measured()), target.verdict());
    }
    return table.isEmpty() ? "" : table.text();
  }

  private String comparison() {
    TextTable table = new TextTable("compared with the baseline", "now", "then", "change");
    baseline.ifPresent(
        then ->
            result
                .ratios()
                .forEach(
                    now ->
                        then.figure(now.name()).ifPresent(before -> compare(table, now, before))));
    return table.isEmpty() ? "" : table.text();
  }

  private static void compare(TextTable table, Figure now, Figure before) {
    table.row(
        now.name(),
        Numbers.text(now.value()),
        Numbers.text(before.value()),
        String.format(Locale.ROOT, "%+.0f %%", 100 * (now.value() / before.value() - 1)));
  }

  private String notes() {
    return WHAT_IT_MEANS
        + String.join("\n", result.notes())
        + (result.notes().isEmpty() ? "" : "\n");
  }
}
