package com.ecom.signup.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * How many requests this replica has answered since its start, but for those of its console and
 * those for files.
 *
 * @param all of them
 * @param failed those answered with 5xx
 * @param within how many were answered within so many seconds, for each bound of the histogram
 */
record Answered(long all, long failed, Map<Double, Double> within) {
  static final Answered NONE = new Answered(0, 0, Map.of());

  private static final String TIMER = "http.server.requests";

  static Answered in(MeterRegistry registry) {
    long all = 0;
    long failed = 0;
    Map<Double, Double> within = new TreeMap<>();
    for (Timer timer : registry.find(TIMER).timers()) {
      if (isOfClients(Objects.requireNonNullElse(timer.getId().getTag("uri"), ""))) {
        all += timer.count();
        failed += isFailure(timer) ? timer.count() : 0;
        for (CountAtBucket bucket : timer.takeSnapshot().histogramCounts()) {
          within.merge(bucket.bucket(TimeUnit.SECONDS), bucket.count(), Double::sum);
        }
      }
    }
    return new Answered(all, failed, within);
  }

  private static boolean isOfClients(String uri) {
    return !uri.startsWith("/console") && !uri.startsWith("/assets");
  }

  private static boolean isFailure(Timer timer) {
    return Objects.requireNonNullElse(timer.getId().getTag("status"), "").startsWith("5");
  }

  /** What came after an earlier look. */
  Answered since(Answered earlier) {
    Map<Double, Double> grown = new TreeMap<>();
    within.forEach(
        (bound, count) -> grown.put(bound, count - earlier.within.getOrDefault(bound, 0.0)));
    return new Answered(all - earlier.all, failed - earlier.failed, grown);
  }

  /** The part of them that failed, from 0 to 1; NaN if there were none. */
  double failures() {
    return all == 0 ? Double.NaN : (double) failed / all;
  }

  /**
   * Within how many seconds this part of them was answered, taken for even between two bounds as
   * Prometheus takes it; the highest bound if it is more, NaN if there were none.
   *
   * @param part from 0 to 1
   */
  double quantile(double part) {
    if (all == 0) {
      return Double.NaN;
    }
    double rank = part * all;
    double bound = 0;
    double below = 0;
    for (Map.Entry<Double, Double> bucket : within.entrySet()) {
      double count = bucket.getValue();
      if (count >= rank && count > below) {
        return bound + (bucket.getKey() - bound) * (rank - below) / (count - below);
      }
      bound = bucket.getKey();
      below = count;
    }
    return bound;
  }
}
