package com.ecom.signup.admission;

import io.netty.buffer.ByteBuf;
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
      context.pipeline().fireChannelRead(buffer(context));
      context.pipeline().fireChannelReadComplete();
    }
  }

  /**
   * Of the kind that Netty reads into. Another would make the JVM give up the code that it has
   * compiled for decoding, which knows one kind only, and compile it again in the midst of a crowd.
   */
  private ByteBuf buffer(ChannelHandlerContext context) {
    return context.alloc().ioBuffer(request.length).writeBytes(request);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    then.run();
  }
}
