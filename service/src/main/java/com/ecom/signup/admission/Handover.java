package com.ecom.signup.admission;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Brings the bytes in that were read outside, as soon as the event loop has the connection. */
final class Handover extends ChannelInboundHandlerAdapter {
  private final byte[] request;
  private final Runnable then;

  /**
   * @param then said once, when the connection is in, or has ended before
   */
  Handover(byte[] request, Runnable then) {
    this.request = request;
    this.then = then;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    context.fireChannelActive();
    context.pipeline().remove(this);
    if (request.length > 0) {
      context.pipeline().fireChannelRead(Unpooled.wrappedBuffer(request));
      context.pipeline().fireChannelReadComplete();
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    then.run();
  }
}
