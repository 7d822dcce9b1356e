package com.ecom.signup.admission;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A connection that has not been let in. Used by the acceptor's thread alone, until it is released.
 */
final class PendingConnection {
  private static final Logger LOG = Logger.getLogger(PendingConnection.class);
  private static final byte[] NOTHING = {};

  private final SocketChannel socket;
  private @Nullable SelectionKey key;
  private byte[] request = NOTHING;
  private long since;

  PendingConnection(SocketChannel socket, long now) {
    this.socket = socket;
    this.since = now;
  }

  /**
   * Reads what has come.
   *
   * @param buffer for it
   * @return how much it is; -1 if the client has gone
   */
  int read(ByteBuffer buffer, long now) throws IOException {
    int count = socket.read(buffer.clear());
    if (count > 0) {
      request = new byte[count];
      buffer.flip().get(request);
      since = now;
    }
    return count;
  }

  /** Tells the selector to say when something comes. */
  void listen(Selector selector) throws IOException {
    request = NOTHING;
    if (key == null) {
      key = socket.register(selector, SelectionKey.OP_READ, this);
    } else {
      key.interestOps(SelectionKey.OP_READ);
    }
  }

  /** Until it is let in or turned away, what comes may wait in the socket. */
  void standInLine() {
    if (key != null) {
      key.interestOps(0);
    }
  }

  /**
   * Sends an answer.
   *
   * @param buffer for it; a direct one, as others are that are written
   * @throws IOException also if it is too long, or the client has left no room for it
   */
  void answer(byte[] answer, ByteBuffer buffer) throws IOException {
    if (answer.length > buffer.capacity()
        || socket.write(buffer.clear().put(answer).flip()) < answer.length) {
      throw new IOException("an answer cannot be sent");
    }
  }

  /** Nothing more is heard of it here. */
  void release() {
    if (key != null) {
      key.cancel();
    }
  }

  /** For whoever has it when it has been released. */
  SocketChannel socket() {
    return socket;
  }

  /** What has been read and not been answered. */
  byte[] request() {
    return request;
  }

  /** Since its request was read, or since it came. */
  long waited(long now) {
    return now - since;
  }

  InetAddress peer() throws IOException {
    return ((InetSocketAddress) socket.getRemoteAddress()).getAddress();
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("A connection could not be closed", e);
    }
  }
}
