package com.ecom.signup.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BucketsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final FakeTicker time = new FakeTicker();
  private final Buckets buckets = new Buckets(6, MINUTE, time);

  @Test
  void givesWhatIsInTheBucketAtOnce() {
    take(6, "a");

    assertThat(buckets.refuse("a")).hasValue(Duration.ofSeconds(10));
  }

  @Test
  void fillsSteadily() {
    take(6, "a");
    time.pass(Duration.ofSeconds(9));
    assertThat(buckets.refuse("a")).hasValue(Duration.ofSeconds(1));

    time.pass(Duration.ofSeconds(1));
    take(1, "a");
    assertThat(buckets.refuse("a")).hasValue(Duration.ofSeconds(10));

    time.pass(Duration.ofSeconds(25));
    take(2, "a");
    assertThat(buckets.refuse("a")).hasValue(Duration.ofSeconds(5));
  }

  @Test
  void takesNothingFromWhomItRefuses() {
    take(6, "a");
    for (int i = 0; i < 100; i++) {
      assertThat(buckets.refuse("a")).hasValue(Duration.ofSeconds(10));
    }

    time.pass(Duration.ofSeconds(10));
    take(1, "a");
  }

  @Test
  void keepsKeysApart() {
    take(6, "a");

    take(6, "b");
    assertThat(buckets.refuse("a")).isPresent();
  }

  @Test
  void neverHoldsMoreThanFull() {
    take(1, "a");
    time.pass(Duration.ofDays(1));

    take(6, "a");
    assertThat(buckets.refuse("a")).isPresent();
  }

  @Test
  void forgetsFullBucketsOnly() {
    take(6, "a");
    time.pass(MINUTE.minusNanos(1));
    assertThat(buckets.size()).isEqualTo(1);

    time.pass(Duration.ofNanos(1));
    assertThat(buckets.size()).isZero();
    take(6, "a");
  }

  @Test
  void givesNoMoreToWhomKeepsAskingThanIsFilledIn() {
    int taken = 0;
    for (int second = 0; second < 600; second++) {
      taken += buckets.refuse("a").isEmpty() ? 1 : 0;
      time.pass(Duration.ofSeconds(1));
    }
    assertThat(taken).isBetween(65, 66);
  }

  @Test
  void remembersNoMoreKeysThanItMay() {
    for (int key = 0; key < Buckets.MOST_KEYS + 1000; key++) {
      take(1, "key-" + key);
    }
    assertThat(buckets.size()).isLessThanOrEqualTo(Buckets.MOST_KEYS);
  }

  @Test
  void givesNoTokenTwiceToThoseWhoAskTogether() {
    AtomicInteger taken = new AtomicInteger();
    IntStream.range(0, 10_000)
        .parallel()
        .forEach(_ -> taken.addAndGet(buckets.refuse("a").isEmpty() ? 1 : 0));

    assertThat(taken).hasValue(6);
  }

  private void take(int tokens, String key) {
    for (int i = 0; i < tokens; i++) {
      assertThat(buckets.refuse(key)).isEmpty();
    }
  }
}
