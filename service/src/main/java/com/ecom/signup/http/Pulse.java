package com.ecom.signup.http;

import io.netty.channel.nio.NioEventLoop;
import io.netty.channel.nio.NioTask;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * How long requests wait before an event loop reads them, and which share of them it should take
 * therefore. A byte goes through a pipe that the loop reads like any connection, so it stands in
 * line with the requests and waits as long as they do. Used by that loop's thread alone.
 *
 * <p>While bytes wait too long, the share falls to half with each fifth of that time; while they do
 * not, it rises a tenth at a time (additive increase, multiplicative decrease, as in RFC 5681). It
 * never falls to nothing: refusals alone can keep a loop busy, and then nobody would be served at
 * all.
 */
final class Pulse implements NioTask<SelectableChannel> {
  private static final Logger LOG = Logger.getLogger(Pulse.class);
  private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long OLD = TimeUnit.SECONDS.toNanos(1);
  private static final int STEPS = 5;
  private static final double LEAST = 0.1;
  private static final double FALL = 0.5;
  private static final double RISE = 0.1;

  private final long limit;
  private final Pipe pipe;
  private final ByteBuffer bytes = ByteBuffer.allocate(1);
  private boolean underWay;
  private boolean late;
  private long sent;
  private long judged;
  private double share = 1;
  private double credit;

  private Pulse(long limit, Pipe pipe, long now) {
    this.limit = limit;
    this.pipe = pipe;
    this.sent = now - BETWEEN;
  }

  /**
   * That of a loop.
   *
   * @param limit the longest that a request should wait
   * @throws IOException if no pipe can be had
   */
  static Pulse of(NioEventLoop loop, Duration limit) throws IOException {
    Pipe pipe = Pipe.open();
    pipe.sink().configureBlocking(false);
    pipe.source().configureBlocking(false);
    Pulse pulse = new Pulse(limit.toNanos(), pipe, System.nanoTime());
    loop.register(pipe.source(), SelectionKey.OP_READ, pulse);
    return pulse;
  }

  /** Whether a request that is read now should be taken. */
  boolean admits() {
    long now = System.nanoTime();
    if (!underWay) {
      sendAgain(now);
    } else {
      judge(now);
    }
    credit += share;
    if (credit < 1) {
      return false;
    }
    credit -= 1;
    return true;
  }

  private void sendAgain(long now) {
    if (now - sent < BETWEEN) {
      return;
    }
    if (now - sent > OLD) {
      share = 1;
    }
    sent = now;
    judged = now;
    try {
      bytes.clear();
      underWay = pipe.sink().write(bytes) > 0;
    } catch (IOException e) {
      LOG.debug("The pulse stopped", e);
      share = 1;
    }
  }

  /** Once is no sign: a collection of garbage can take as long. */
  private void judge(long now) {
    if (now - sent <= limit || now - judged <= limit / STEPS) {
      return;
    }
    if (late) {
      share = Math.max(LEAST, share * FALL);
    }
    late = true;
    judged = now;
  }

  @Override
  public void channelReady(SelectableChannel source, SelectionKey key) throws IOException {
    bytes.clear();
    if (pipe.source().read(bytes) > 0) {
      long now = System.nanoTime();
      underWay = false;
      judge(now);
      if (now - sent <= limit) {
        late = false;
        share = Math.min(1, share + RISE);
      }
    }
  }

  @Override
  public void channelUnregistered(SelectableChannel source, Throwable cause) throws IOException {
    pipe.sink().close();
    pipe.source().close();
  }
}
