package com.ecom.signup.admission;

import io.netty.channel.nio.AbstractNioChannel;
import io.netty.channel.socket.ServerSocketChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Accepts connections on a thread of its own. As long as few are on their way to the event loop,
 * each is sent there at once. When more come, they stay outside until they have sent something and
 * there is room; a request that finds too many before it is turned away from here. That takes a
 * read and a write, a small part of what it takes to let a connection in, and waits for no event
 * loop that is late.
 */
final class Acceptor implements Runnable {
  private static final Logger LOG = Logger.getLogger(Acceptor.class);

  /** As much of a request as is looked at, in bytes; a longer one is let in in its turn. */
  private static final int GLANCE = 4096;

  /** Connections that are accepted before those that are there get their turn. */
  private static final int AT_ONCE = 512;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(2);

  private final ServerSocketChannel server;
  private final Selector selector;
  private final SelectionKey door;
  private final Refusals refusals;
  private final AdmissionLimits limits;
  private final WaitingLine line;
  private final Entrance entrance;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(GLANCE);
  private long swept = System.nanoTime();

  private Acceptor(
      ServerSocketChannel server, Selector selector, Refusals refusals, AdmissionLimits limits)
      throws IOException {
    this.server = server;
    this.selector = selector;
    this.door = socket(server).register(selector, SelectionKey.OP_ACCEPT);
    this.refusals = refusals;
    this.limits = limits;
    this.line = new WaitingLine(limits);
    this.entrance = new Entrance(server, limits.entering(), selector::wakeup);
  }

  /**
   * Accepts until the server's channel is closed.
   *
   * @throws IOException if there is no selector to be had
   */
  static void start(ServerSocketChannel server, Refusals refusals, AdmissionLimits limits)
      throws IOException {
    Acceptor acceptor = new Acceptor(server, Selector.open(), refusals, limits);
    Thread.ofPlatform().name("acceptor").daemon().start(acceptor);
    var unused = server.closeFuture().addListener(closed -> acceptor.selector.wakeup());
  }

  private static java.nio.channels.ServerSocketChannel socket(ServerSocketChannel server) {
    var unsafe = (AbstractNioChannel.NioUnsafe) server.unsafe();
    return (java.nio.channels.ServerSocketChannel) unsafe.ch();
  }

  /** Whatever is thrown, it goes on, as event loops do: without it the port would be deaf. */
  @Override
  public void run() {
    while (server.isOpen()) {
      try {
        turn();
      } catch (Throwable e) {
        if (server.isOpen()) {
          LOG.error("New connections could not be looked after", e);
          LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
      }
    }
    close();
  }

  private void turn() throws IOException {
    selector.select(this::serve, pause().toMillis());
    long now = System.nanoTime();
    admit(now);
    if (now - swept > BETWEEN_SWEEPS.toNanos()) {
      swept = now;
      sweep(now);
    }
  }

  /** Until something happens, where nobody waits. */
  private Duration pause() {
    if (!line.isEmpty()) {
      return BETWEEN_LOOKS;
    }
    return outside() > 0 || door.interestOps() == 0 ? BETWEEN_SWEEPS : Duration.ZERO;
  }

  private int outside() {
    return selector.keys().size() - 1;
  }

  private void serve(SelectionKey key) {
    if (key.attachment() instanceof PendingConnection connection) {
      read(connection);
    } else if (key.isValid()) {
      accept();
    }
  }

  private void accept() {
    try {
      for (int i = 0; i < AT_ONCE; i++) {
        SocketChannel socket = socket(server).accept();
        if (socket == null) {
          return;
        }
        socket.configureBlocking(false);
        receive(new PendingConnection(socket, System.nanoTime()));
      }
    } catch (IOException e) {
      if (server.isOpen()) {
        LOG.warnf("No connection is accepted for two seconds (%s)", e.getClass().getName());
        door.interestOps(0);
      }
    }
  }

  private void receive(PendingConnection connection) {
    if (line.isEmpty() && entrance.hasRoom()) {
      entrance.admit(connection);
    } else if (outside() < limits.connections()) {
      read(connection);
    } else {
      connection.close();
    }
  }

  private void read(PendingConnection connection) {
    try {
      long now = System.nanoTime();
      int count = connection.read(buffer, now);
      if (count < 0) {
        connection.close();
      } else if (count == 0) {
        connection.listen(selector);
      } else if (line.isEmpty() && entrance.hasRoom()) {
        entrance.admit(connection);
      } else if (!line.isFull(now) || !isTurnedAway(connection, now)) {
        connection.standInLine();
        line.add(connection);
      }
    } catch (IOException e) {
      LOG.debug("A connection broke before it was let in", e);
      connection.close();
    }
  }

  private void admit(long now) {
    while (line.isLate(now)) {
      PendingConnection first = line.next();
      if (!isTurnedAway(first, now)) {
        entrance.admit(first);
      }
    }
    while (!line.isEmpty() && entrance.hasRoom()) {
      entrance.admit(line.next());
    }
    entrance.flush();
  }

  /** Whether it is one that may be turned away; it has its answer then, and may ask again. */
  private boolean isTurnedAway(PendingConnection connection, long now) {
    try {
      Optional<RequestHead> head = RequestHead.read(connection.request());
      byte[] answer =
          head.isEmpty()
              ? null
              : refusals.refuse(head.get(), connection.peer(), connection.waited(now));
      if (answer == null) {
        return false;
      }
      connection.answer(answer, buffer);
      connection.listen(selector);
    } catch (IOException e) {
      LOG.debug("A connection broke while it was turned away", e);
      connection.close();
    }
    return true;
  }

  private void sweep(long now) {
    door.interestOps(SelectionKey.OP_ACCEPT);
    for (SelectionKey key : selector.keys()) {
      if (key.attachment() instanceof PendingConnection connection
          && connection.waited(now) > limits.silence().toNanos()) {
        connection.close();
      }
    }
  }

  private void close() {
    try {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException e) {
      LOG.debug("Connections could not be closed", e);
    }
  }
}
