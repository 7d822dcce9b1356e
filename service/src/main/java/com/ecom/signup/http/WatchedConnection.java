package com.ecom.signup.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Since when a client's bytes are without an answer, and since when it does not read ours. It looks
 * at no clock and sets no timer for a request: the {@link Sweep} of the event loop brings the time.
 */
final class WatchedConnection extends ChannelDuplexHandler {
  private static final long NEVER = Long.MIN_VALUE;
  private static final int HAS_READ = 64 * 1024;

  private final FastThreadLocal<Sweep> sweeps;
  private @Nullable Sweep sweep;
  private @Nullable ChannelHandlerContext place;
  private long unansweredSince = NEVER;
  private long unreadSince = NEVER;
  private long unread;

  WatchedConnection(FastThreadLocal<Sweep> sweeps) {
    this.sweeps = sweeps;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    place = context;
    sweep = sweeps.get();
    sweep.add(this, context.executor());
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    Objects.requireNonNull(sweep).remove(this);
    context.fireChannelInactive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    if (unansweredSince == NEVER) {
      unansweredSince = Objects.requireNonNull(sweep).now();
    }
    context.fireChannelRead(bytes);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // whoever has the promise looks at it
  public void write(ChannelHandlerContext context, Object bytes, ChannelPromise promise) {
    unansweredSince = NEVER;
    context.write(bytes, promise);
  }

  /**
   * Closes the connection if one of both has lasted too long: from here, as whoever comes before
   * would first wait for all to be read.
   */
  void check(long now, long patience) {
    boolean sendsTooSlowly = unansweredSince != NEVER && now - unansweredSince > patience;
    if (sendsTooSlowly || unreadFor(now) > patience) {
      SlowClients.countCut();
      var unused = Objects.requireNonNull(place).close();
    }
  }

  /** For how long the client has not read enough of what waits for it. */
  private long unreadFor(long now) {
    ChannelOutboundBuffer waiting =
        Objects.requireNonNull(place).channel().unsafe().outboundBuffer();
    long bytes = waiting == null ? 0 : waiting.totalPendingWriteBytes();
    if (bytes == 0 || unreadSince == NEVER || unread - bytes >= HAS_READ) {
      unreadSince = bytes == 0 ? NEVER : now;
      unread = bytes;
      return 0;
    }
    return now - unreadSince;
  }
}
