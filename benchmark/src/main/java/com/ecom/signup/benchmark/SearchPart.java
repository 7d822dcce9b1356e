package com.ecom.signup.benchmark;

/** How long operators wait for customers that they look for, over HTTP, two at a time. */
final class SearchPart {

  /** The operator's, for services that are measured. */
  static final String TOKEN = "operator-of-the-benchmark";

  static final String SEARCH = "search: ";
  static final String P99 = ", p99";

  private final Bench bench;
  private final Findings findings;

  SearchPart(Bench bench, Findings findings) {
    this.bench = bench;
    this.findings = findings;
  }

  /** What is looked for; the table has names that {@code fill.sql} made. */
  enum Kind {
    LIST("list"),
    NAME("beginning of a name"),
    ADDRESS("beginning of an address"),
    NUMBER("end of a number"),
    NEAR("name that nobody has");

    private final String title;

    Kind(String title) {
      this.title = title;
    }
  }

  void measure(Service service) {
    Searching searching = bench.searching(TOKEN);
    int seconds = bench.plan().pace().run();
    for (Kind kind : Kind.values()) {
      // The first time, the JVM compiles and the database reads from the disk.
      searching.run(service.port(), kind, seconds);
      Progress.begin(SEARCH + kind.title);
      WrkFigures figures = searching.run(service.port(), kind, seconds);
      Progress.end("%,.0f/s".formatted(figures.perSecond()));
      if (figures.errors() > 0) {
        throw new WrongAnswer("%s: %s".formatted(kind.title, figures.describeErrors()));
      }
      findings.figure(SEARCH + kind.title + ", p50", "ms", figures.latency().p50());
      findings.figure(SEARCH + kind.title + P99, "ms", figures.latency().p99());
    }
  }
}
