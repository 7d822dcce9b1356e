package com.ecom.signup.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The throughput of the service next to pgbench's, as a picture that follows light and dark. */
final class Chart {

  private static final int WIDTH = 760;
  private static final int LABELS = 300;
  private static final int MOST = 340;
  private static final int ROW = 30;
  private static final int TOP = 90;
  private static final int GAP = 44;

  private final Result result;
  private final StringBuilder svg = new StringBuilder();
  private int y = TOP;

  private Chart(Result result) {
    this.result = result;
  }

  /**
   * @param mine whether it is the service's
   */
  private record Bar(String label, double value, boolean mine) {}

  static String of(Result result) {
    Chart chart = new Chart(result);
    chart.panel("Registrations per second, customer and event committed", chart.registrations());
    chart.panel("Look-ups per second", chart.lookups());
    return chart.whole();
  }

  private List<Bar> registrations() {
    return Stream.of(
            bar("service", Measuring.REGISTRATION, true),
            bar("service, events delivered meanwhile", LoadPart.DELIVERING, true),
            bar("pgbench, one statement, 2 threads", PgbenchScript.ONE_STATEMENT.title(2), false),
            bar("pgbench, one statement, 1 thread", PgbenchScript.ONE_STATEMENT.title(1), false),
            bar("pgbench, two statements, 2 threads", PgbenchScript.TWO_STATEMENTS.title(2), false),
            bar("pgbench, two statements, 1 thread", PgbenchScript.TWO_STATEMENTS.title(1), false))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<Bar> lookups() {
    return Stream.of(
            bar("service", Measuring.LOOKUP, true),
            bar("pgbench, select, 2 threads", PgbenchScript.SELECT.title(2), false),
            bar("pgbench, select, 1 thread", PgbenchScript.SELECT.title(1), false))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Bar> bar(String label, String run, boolean mine) {
    return result.run(run).map(found -> new Bar(label, found.perSecond(), mine));
  }

  private void panel(String title, List<Bar> bars) {
    double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
    add("<text class=\"panel\" x=\"24\" y=\"%d\">%s</text>".formatted(y, title));
    y += 14;
    for (Bar bar : bars) {
      draw(bar, (int) Math.max(1, Math.round(MOST * bar.value() / most)));
    }
    y += GAP;
  }

  private void draw(Bar bar, int length) {
    String kind = bar.mine() ? "mine" : "other";
    add(
        "<text class=\"label\" x=\"%d\" y=\"%d\">%s</text>"
            .formatted(LABELS - 10, y + 19, bar.label()));
    add(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\"/>"
            .formatted(kind, LABELS, y + 3, length, ROW - 8));
    add(
        "<text class=\"value\" x=\"%d\" y=\"%d\">%s</text>"
            .formatted(
                LABELS + length + 8, y + 19, String.format(Locale.ROOT, "%,.0f", bar.value())));
    y += ROW;
  }

  private void add(String element) {
    svg.append("  ").append(element).append('\n');
  }

  private String whole() {
    Machine machine = result.machine();
    String where =
        String.format(
            Locale.ROOT,
            "%d connections; service, database and load on the same %d cores; %s, PostgreSQL %s",
            result.connections(),
            machine.cores(),
            machine.cpu(),
            machine.postgresql().get("version"));
    return Resources.text("chart.svg")
        .replace("${width}", String.valueOf(WIDTH))
        .replace("${height}", String.valueOf(y - GAP + 24))
        .replace("${where}", escaped(where))
        .replace("${bars}", svg.toString().stripTrailing());
  }

  private static String escaped(String text) {
    return text.chars()
        .mapToObj(
            c ->
                switch (c) {
                  case '<' -> "&lt;";
                  case '>' -> "&gt;";
                  case '&' -> "&amp;";
                  default -> Character.toString(c);
                })
        .collect(Collectors.joining());
  }
}
