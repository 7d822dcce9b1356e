package com.ecom.signup.abuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/**
 * A bucket of tokens for each key: full at first, and filled again steadily. A bucket that nobody
 * asked for as long as it takes to fill is full, so it is forgotten; so are others when there are
 * too many, those asked for least first.
 */
final class Buckets {
  /** Ten megabytes: a hundred thousand keys were seen to take 49, and the heap has 80. */
  static final int MOST_KEYS = 20_000;

  private final int tokens;
  private final Duration period;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets;

  /**
   * @param tokens in a full bucket
   * @param period in which an empty one is filled
   */
  Buckets(int tokens, Duration period, Ticker ticker) {
    this.tokens = tokens;
    this.period = period;
    this.time = new Metered(ticker);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterAccess(period)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /** Takes a token of this key: empty if there was one, else how long until there is. */
  Optional<Duration> refuse(String key) {
    ConsumptionProbe probe = buckets.get(key, _ -> full()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(tokens).refillGreedy(tokens, period))
        .withCustomTimePrecision(time)
        .build();
  }

  /** How many keys are remembered. */
  long size() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  /** The time of the cache is that of its buckets. */
  private record Metered(Ticker ticker) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return ticker.read();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
