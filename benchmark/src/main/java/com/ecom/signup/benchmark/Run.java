package com.ecom.signup.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * What was measured in one go.
 *
 * @param connections at once; clients of pgbench
 * @param perSecond requests, or transactions
 * @param latency null where the generator does not tell
 * @param errors always 0 where one of them fails the benchmark
 */
record Run(
    String name,
    int connections,
    double perSecond,
    @Nullable Latency latency,
    Cost cost,
    long requests,
    long errors) {

  Run costing(Cost other) {
    return new Run(name, connections, perSecond, latency, other, requests, errors);
  }
}
