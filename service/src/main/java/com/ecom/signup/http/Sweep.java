package com.ecom.signup.http;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all connections of an event loop now and then, while there are any. Used by that thread
 * alone.
 */
final class Sweep {
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(1);
  private static final int LOOKS = 4;

  private final long patience;
  private final long pause;
  private final Set<WatchedConnection> connections = new HashSet<>();
  private @Nullable ScheduledFuture<?> ticking;
  private long now = System.nanoTime();

  Sweep(Duration patience) {
    this.patience = patience.toNanos();
    this.pause = Math.min(LONGEST_PAUSE, this.patience / LOOKS + 1);
  }

  /** The time of the last look, in that of {@link System#nanoTime()}. */
  long now() {
    return now;
  }

  /** How many connections there are. */
  int connections() {
    return connections.size();
  }

  void add(WatchedConnection connection, EventExecutor loop) {
    connections.add(connection);
    if (ticking == null) {
      now = System.nanoTime();
      ticking = loop.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.NANOSECONDS);
    }
  }

  void remove(WatchedConnection connection) {
    connections.remove(connection);
    if (connections.isEmpty() && ticking != null) {
      ticking.cancel(false);
      ticking = null;
    }
  }

  /** Over a copy, for a connection that is closed takes itself out. */
  private void look() {
    now = System.nanoTime();
    List.copyOf(connections).forEach(one -> one.check(now, patience));
  }
}
