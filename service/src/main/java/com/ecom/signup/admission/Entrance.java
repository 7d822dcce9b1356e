package com.ecom.signup.admission;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Hands connections to Netty, and knows how many of them the event loop has not taken over yet. */
final class Entrance {
  private static final Logger LOG = Logger.getLogger(Entrance.class);

  private final ServerSocketChannel server;
  private final int places;
  private final Runnable roomAgain;
  private final AtomicInteger entering = new AtomicInteger();
  private final List<Channel> admitted = new ArrayList<>();

  /**
   * @param roomAgain said by an event loop once half of the places are free again
   */
  Entrance(ServerSocketChannel server, int places, Runnable roomAgain) {
    this.server = server;
    this.places = places;
    this.roomAgain = roomAgain;
  }

  boolean hasRoom() {
    return entering.get() < places;
  }

  /** Admits a connection, also where there is no room. */
  void admit(PendingConnection connection) {
    try {
      NioSocketChannel channel = new NioSocketChannel(server, connection.release());
      channel.pipeline().addLast(new Handover(connection.request(), this::entered));
      admitted.add(channel);
      entering.incrementAndGet();
    } catch (ChannelException e) {
      LOG.debug("A connection broke before it was handed over", e);
      connection.close();
    }
  }

  private void entered() {
    if (entering.decrementAndGet() == places / 2) {
      roomAgain.run();
    }
  }

  /** Sends all those in that were admitted. */
  void flush() {
    if (!admitted.isEmpty()) {
      List<Channel> all = List.copyOf(admitted);
      admitted.clear();
      server.eventLoop().execute(() -> accept(all));
    }
  }

  /** As if Netty itself had accepted them. */
  private void accept(List<Channel> channels) {
    channels.forEach(server.pipeline()::fireChannelRead);
    server.pipeline().fireChannelReadComplete();
  }
}
