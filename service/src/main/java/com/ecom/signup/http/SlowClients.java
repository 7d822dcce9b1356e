package com.ecom.signup.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.util.concurrent.FastThreadLocal;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * Has an eye on each connection from its first byte, before anything knows what is asked: who sends
 * a request or reads an answer too slowly holds a connection that others need. Netty calls it for
 * each connection that it accepts, on either port.
 */
public final class SlowClients extends ChannelInitializerExtension {
  private static final FastThreadLocal<Sweep> SWEEPS =
      new FastThreadLocal<>() {
        @Override
        protected Sweep initialValue() {
          return new Sweep(patience);
        }
      };

  private static final LongAdder CUT = new LongAdder();

  private static volatile Duration patience = Duration.ofSeconds(30);

  /** Said before the first port is opened. */
  static void cutAfter(Duration time) {
    patience = time;
    System.setProperty("io.netty.bootstrap.extensions", "serviceload");
  }

  /** How many connections the event loop has whose thread asks. */
  static int connections() {
    return SWEEPS.get().connections();
  }

  static void countCut() {
    CUT.increment();
  }

  /** How many were cut off so far. */
  static long cut() {
    return CUT.sum();
  }

  @Override
  public void postInitializeServerChildChannel(Channel channel) {
    channel.pipeline().addFirst(new WatchedConnection(SWEEPS));
  }
}
