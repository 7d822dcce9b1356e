package com.ecom.signup.benchmark;

/** What pgbench does in the place of the service. */
enum PgbenchScript {
  TWO_STATEMENTS("two-statements.sql", "two inserts in a transaction"),
  ONE_STATEMENT("one-statement.sql", "both rows in a statement"),
  SELECT("select.sql", "select by key");

  private final String resource;
  private final String title;

  PgbenchScript(String resource, String title) {
    this.resource = resource;
    this.title = title;
  }

  String resource() {
    return resource;
  }

  boolean writes() {
    return this != SELECT;
  }

  /** The name of a run. */
  String title(int threads) {
    return "pgbench -j %d: %s".formatted(threads, title);
  }
}
