package com.ecom.signup.admission;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.socket.ServerSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * Takes the acceptance of connections on one port from Netty, which would hand each to the event
 * loop at once, however many wait there. On other ports it does nothing.
 */
public final class Admission extends ChannelOutboundHandlerAdapter {
  private final int port;
  private final Refusals refusals;
  private final AdmissionLimits limits;
  private boolean begun;

  /**
   * @param port the port that has a limit
   */
  public Admission(int port, Refusals refusals, AdmissionLimits limits) {
    this.port = port;
    this.refusals = refusals;
    this.limits = limits;
  }

  /** Called when the port is open, and whenever Netty wants to accept. */
  @Override
  public void read(ChannelHandlerContext context) throws IOException {
    if (!(context.channel() instanceof ServerSocketChannel server) || !isOurs(server)) {
      context.read();
    } else if (!begun) {
      begun = true;
      Acceptor.start(server, refusals, limits);
    }
  }

  private boolean isOurs(ServerSocketChannel server) {
    InetSocketAddress address = server.localAddress();
    return address != null && address.getPort() == port;
  }
}
