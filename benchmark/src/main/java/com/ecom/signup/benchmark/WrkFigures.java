package com.ecom.signup.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What load.lua prints at the end of a run.
 *
 * @param bytes of all answers, heads included
 * @param micros the run took
 * @param p50 microseconds, as p90 and p99; corrected by wrk for requests that a slow answer kept
 *     from being sent
 * @param status answers above 399
 * @param answered with 200, in a run that counts; as the two below
 * @param busy answered with 503
 * @param unexplained of those, without Retry-After
 * @param answeredAfter how long those with 200 took, not corrected; nothing where there were none
 * @param busyAfter the same of those with 503
 * @param settledAfter the same of all, from five seconds after the start
 */
record WrkFigures(
    long requests,
    long bytes,
    long micros,
    long p50,
    long p90,
    long p99,
    long connect,
    long read,
    long write,
    long status,
    long timeout,
    long answered,
    long busy,
    long unexplained,
    Latency answeredAfter,
    Latency busyAfter,
    Latency settledAfter) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static WrkFigures parse(String output) {
    String line =
        output
            .lines()
            .filter(candidate -> candidate.startsWith("{"))
            .findFirst()
            .orElseThrow(() -> new Refusal("wrk printed no figures, but:\n" + output));
    try {
      return JSON.readValue(line, WrkFigures.class);
    } catch (JsonProcessingException e) {
      throw new Refusal("wrk printed figures that can't be read: " + line);
    }
  }

  long errors() {
    return connect + read + write + status + timeout;
  }

  String describeErrors() {
    return "%d answers that are not 2xx, errors of the sockets: %d connecting, %d reading, %d writing, %d in time"
        .formatted(status, connect, read, write, timeout);
  }

  double perSecond() {
    return requests * 1e6 / micros;
  }

  Latency latency() {
    return new Latency(p50 / 1e3, p90 / 1e3, p99 / 1e3);
  }

  Run run(String name, int connections, Cost cost) {
    return new Run(name, connections, perSecond(), latency(), cost, requests, errors());
  }
}
