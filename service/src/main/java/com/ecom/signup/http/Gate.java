package com.ecom.signup.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.nio.NioEventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * Turns calls away while event loops are late: what has waited long before it was read is a sign
 * that more comes than can be answered, before any queue behind shows it.
 */
@Singleton
final class Gate {
  private static final Logger LOG = Logger.getLogger(Gate.class);

  /** With no more connections than calls in a batch, few can wait, however late a loop is. */
  private static final int FEW = 256;

  private final Duration limit;
  private final Counter turnedAway;

  /** None where a loop has no pulse: then it takes all. */
  private final FastThreadLocal<Optional<Pulse>> pulses = new FastThreadLocal<>();

  Gate(HttpSettings settings, MeterRegistry meters) {
    this.limit = settings.unreadTime();
    this.turnedAway = turnedAway("unread", meters);
  }

  /**
   * What counts the calls that are turned away before they are read.
   *
   * @param of where they waited
   */
  static Counter turnedAway(String of, MeterRegistry meters) {
    return Counter.builder("signup.calls.turned.away")
        .description("calls answered as busy because too many waited")
        .tag("of", of)
        .register(meters);
  }

  /** Whether a call is turned away now; it is counted then. To be asked on its event loop. */
  boolean turnsAway(RoutingContext context) {
    if (SlowClients.connections() <= FEW) {
      return false;
    }
    Optional<Pulse> pulse = pulses.get();
    if (pulse == null) {
      pulse = pulse(EventLoop.of(context));
      pulses.set(pulse);
    }
    boolean away = pulse.isPresent() && !pulse.get().admits();
    if (away) {
      turnedAway.increment();
    }
    return away;
  }

  private Optional<Pulse> pulse(Executor loop) {
    try {
      return loop instanceof NioEventLoop nio
          ? Optional.of(Pulse.of(nio, limit))
          : Optional.empty();
    } catch (IOException e) {
      LOG.warnf("An event loop has no pulse (%s); it takes all", e.getClass().getName());
      return Optional.empty();
    }
  }
}
