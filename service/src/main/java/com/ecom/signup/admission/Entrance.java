package com.ecom.signup.admission;

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

  /** Handed over at once: changing threads for each would take as long as they do. */
  private static final int TOGETHER = 16;

  private final ServerSocketChannel server;
  private final int places;
  private final Runnable roomAgain;
  private final AtomicInteger entering = new AtomicInteger();
  private final List<PendingConnection> admitted = new ArrayList<>();

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
    connection.release();
    entering.incrementAndGet();
    admitted.add(connection);
    if (admitted.size() >= TOGETHER) {
      flush();
    }
  }

  /** Sends all those in that were admitted. */
  void flush() {
    if (!admitted.isEmpty()) {
      List<PendingConnection> all = List.copyOf(admitted);
      admitted.clear();
      server.eventLoop().execute(() -> handOver(all));
    }
  }

  /** As if Netty itself had accepted them, on the thread on which it does. */
  private void handOver(List<PendingConnection> connections) {
    connections.forEach(this::handOver);
    server.pipeline().fireChannelReadComplete();
  }

  private void handOver(PendingConnection connection) {
    try {
      NioSocketChannel channel = new NioSocketChannel(server, connection.socket());
      channel.pipeline().addLast(new Handover(connection.request(), this::entered));
      server.pipeline().fireChannelRead(channel);
    } catch (ChannelException e) {
      LOG.debug("A connection broke before it was handed over", e);
      connection.close();
      entered();
    }
  }

  private void entered() {
    if (entering.decrementAndGet() == places / 2) {
      roomAgain.run();
    }
  }
}
