package com.ecom.signup.benchmark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pgbench prints at the end of a run.
 *
 * @param averageMillis of a transaction
 */
record PgbenchFigures(long transactions, long failed, double averageMillis, double perSecond) {

  static PgbenchFigures parse(String output) {
    return new PgbenchFigures(
        (long) number(output, "number of transactions actually processed: (\\d+)"),
        (long) number(output, "number of failed transactions: (\\d+)"),
        number(output, "latency average = ([\\d.]+) ms"),
        number(output, "tps = ([\\d.]+) \\(without initial connection time\\)"));
  }

  Run run(String name, int clients, Cost cost) {
    return new Run(name, clients, perSecond, null, cost, transactions, failed);
  }

  private static double number(String output, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(output);
    if (!matcher.find()) {
      throw new Refusal("pgbench printed no \"%s\", but:\n%s".formatted(pattern, output));
    }
    return Double.parseDouble(matcher.group(1));
  }
}
