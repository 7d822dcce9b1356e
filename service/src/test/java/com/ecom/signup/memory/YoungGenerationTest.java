package com.ecom.signup.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When the young generation is let grow. */
final class YoungGenerationTest {
  private long now = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos();
  private long collecting = Duration.ofSeconds(1).toNanos();
  private int collections;

  private final YoungGeneration young =
      new YoungGeneration(() -> now, () -> collecting, () -> collections++);

  private void pass(Duration time, Duration ofThemCollecting) {
    now += time.toNanos();
    collecting += ofThemCollecting.toNanos();
    young.run();
  }

  @Test
  void doesNotCountWhatTheStartTook() {
    pass(Duration.ofSeconds(2), Duration.ofSeconds(1));

    assertThat(collections).isZero();
  }

  @Test
  void leavesAReplicaAloneThatCollectsSeldom() {
    pass(Duration.ofSeconds(2), Duration.ZERO);
    pass(Duration.ofSeconds(2), Duration.ofMillis(20));
    pass(Duration.ofSeconds(2), Duration.ofMillis(20));

    assertThat(collections).isZero();
  }

  /** The clock passes the largest number meanwhile, as it may. */
  @Test
  void letsItGrowOnceUnderLoad() {
    pass(Duration.ofSeconds(2), Duration.ZERO);
    pass(Duration.ofSeconds(2), Duration.ofMillis(20));
    pass(Duration.ofSeconds(2), Duration.ofMillis(21));
    pass(Duration.ofSeconds(2), Duration.ofMillis(500));

    assertThat(collections).isOne();
  }
}
