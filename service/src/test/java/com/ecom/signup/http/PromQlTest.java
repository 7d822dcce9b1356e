package com.ecom.signup.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the check of dashboard and alerts sees. */
final class PromQlTest {
  @Test
  void findsEveryMetricAndNothingElse() {
    assertThat(
            PromQl.metrics(
                """
                histogram_quantile(0.9, sum by (le, of) (rate(a_seconds_bucket{job="x",of=~"y|{z}"}[5m])))
                / on (job) b_total offset 5m > 0.5 and c unless sum(d)
                """))
        .containsExactly("a_seconds_bucket", "b_total", "c", "d");
  }
}
