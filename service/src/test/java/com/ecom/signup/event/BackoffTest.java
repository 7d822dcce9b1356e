package com.ecom.signup.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BackoffTest {
  private final Backoff backoff =
      new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), new Random(1));

  @Test
  void doublesFromTheFirstPause() {
    assertThat(backoff.after(1)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    assertThat(backoff.after(4)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
  }

  @Test
  void neverExceedsTheLongestPause() {
    for (int failures = 1; failures < 10_000; failures += 7) {
      assertThat(backoff.after(failures)).isBetween(Duration.ofMillis(50), Duration.ofSeconds(10));
    }
  }

  @Test
  void scattersReplicas() {
    Set<Duration> pauses = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      pauses.add(backoff.after(6));
    }
    assertThat(pauses).hasSizeGreaterThan(50);
  }
}
