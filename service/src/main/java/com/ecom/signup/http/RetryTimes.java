package com.ecom.signup.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * When those who are turned away are to come back. Each coming second has a quarter as many places
 * as calls were answered in a second since the last refusal before this one, and whoever is turned
 * away is told the first second with a free place. So there is room for those who come back beside
 * those who come for the first time, and refusals, which cost time too, stay few.
 */
final class RetryTimes {
  /** The longest that anybody is told to wait, in seconds. */
  static final int LONGEST = 10;

  /** Places in a second, at least: the database may have been away, and nothing been answered. */
  static final int FEWEST = 256;

  private static final int SHARE = 4;

  private final LongAdder answered = new LongAdder();
  private final int[] taken = new int[LONGEST + 1];
  private long second;
  private int places = FEWEST;

  /**
   * @param now nanoseconds of {@link System#nanoTime()}, as everywhere here
   */
  RetryTimes(long now) {
    second = second(now);
  }

  /** Counts a call that was served. */
  void answered() {
    answered.increment();
  }

  /**
   * Takes the next free place.
   *
   * @return seconds until then, from 1 to {@link #LONGEST}; the longest where no place is free
   */
  synchronized int next(long now) {
    turnTo(second(now));
    for (int wait = 1; wait < LONGEST; wait++) {
      int place = place(second + wait);
      if (taken[place] < places) {
        taken[place]++;
        return wait;
      }
    }
    return LONGEST;
  }

  private void turnTo(long now) {
    long passed = now - second;
    if (passed <= 0) {
      return;
    }
    places = (int) Math.max(FEWEST, answered.sumThenReset() / passed / SHARE);
    for (long past = Math.max(second, now - taken.length); past < now; past++) {
      taken[place(past)] = 0;
    }
    second = now;
  }

  private int place(long of) {
    return Math.floorMod(of, taken.length);
  }

  private static long second(long now) {
    return Math.floorDiv(now, TimeUnit.SECONDS.toNanos(1));
  }
}
