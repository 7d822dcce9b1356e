package com.ecom.signup.aws;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** When a call has to be over, with all its attempts and however slowly an answer trickles in. */
final class Deadline {
  private static final ScheduledThreadPoolExecutor WATCH = watch();

  private final long nanoTime;

  private Deadline(long nanoTime) {
    this.nanoTime = nanoTime;
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  private static ScheduledThreadPoolExecutor watch() {
    ScheduledThreadPoolExecutor watch =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("aws-deadline").factory());
    // Else each would wake the watch at the time of a call that was over long before.
    watch.setRemoveOnCancelPolicy(true);
    watch.setKeepAliveTime(1, TimeUnit.MINUTES);
    watch.allowCoreThreadTimeOut(true);
    return watch;
  }

  Duration left() {
    return Duration.ofNanos(nanoTime - System.nanoTime());
  }

  boolean isOver() {
    return !left().isPositive();
  }

  /** Does it then, unless the answer is cancelled before. */
  Future<?> whenOver(Runnable action) {
    return WATCH.schedule(action, left().toNanos(), TimeUnit.NANOSECONDS);
  }
}
