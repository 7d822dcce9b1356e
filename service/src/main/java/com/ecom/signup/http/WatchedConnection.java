package com.ecom.signup.http;

import io.netty.buffer.ByteBuf;
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

  /** Who moves so many bytes in the time is slow, but no danger. */
  private static final int MOVES = 64 * 1024;

  private final FastThreadLocal<Sweep> sweeps;
  private @Nullable Sweep sweep;
  private @Nullable ChannelHandlerContext place;
  private long unansweredSince = NEVER;
  private long unanswered;
  private long unreadSince = NEVER;
  private long unread;

  WatchedConnection(FastThreadLocal<Sweep> sweeps) {
    this.sweeps = sweeps;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    place = context;
    Sweep ours = sweeps.get();
    sweep = ours;
    ours.add(this, context.executor());
    var unused = context.channel().closeFuture().addListener(closed -> ours.remove(this));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    if (unansweredSince == NEVER) {
      unansweredSince = Objects.requireNonNull(sweep).now();
      unanswered = 0;
    }
    unanswered += bytes instanceof ByteBuf buffer ? buffer.readableBytes() : 0;
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
    if (unansweredFor(now) > patience || unreadFor(now) > patience) {
      SlowClients.countCut();
      var unused = Objects.requireNonNull(place).close();
    }
  }

  /** For how long the client has not sent enough of what we wait for. */
  private long unansweredFor(long now) {
    if (unansweredSince != NEVER && unanswered >= MOVES) {
      unansweredSince = now;
      unanswered = 0;
    }
    return unansweredSince == NEVER ? 0 : now - unansweredSince;
  }

  /** For how long the client has not read enough of what waits for it. */
  private long unreadFor(long now) {
    ChannelOutboundBuffer waiting =
        Objects.requireNonNull(place).channel().unsafe().outboundBuffer();
    long bytes = waiting == null ? 0 : waiting.totalPendingWriteBytes();
    if (bytes == 0 || unreadSince == NEVER || unread - bytes >= MOVES) {
      unreadSince = bytes == 0 ? NEVER : now;
      unread = bytes;
      return 0;
    }
    return now - unreadSince;
  }
}
