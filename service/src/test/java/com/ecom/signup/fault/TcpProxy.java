package com.ecom.signup.fault;

import com.ecom.signup.local.port.FreePort;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A network between the service and its database that can break, and an address that can move. */
final class TcpProxy implements AutoCloseable {
  private static final long PAUSE = 10_000_000;

  private final ServerSocket server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile int target;
  private volatile boolean silent;
  private volatile boolean refusing;

  TcpProxy(int target) {
    this.target = target;
    try {
      server = new ServerSocket(FreePort.find(), 64, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Cuts all connections and takes no new ones. */
  void cut() {
    refusing = true;
    sockets.forEach(TcpProxy::close);
    sockets.clear();
  }

  /** Leads new connections there. */
  void leadTo(int port) {
    target = port;
    refusing = false;
  }

  /** Swallows everything and closes nothing, as when a host vanishes. */
  void silence() {
    silent = true;
  }

  /** Those who waited in silence are cut off, as by the host that has come back. */
  void speak() {
    cut();
    silent = false;
    refusing = false;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> join(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void join(Socket client) {
    if (refusing) {
      close(client);
      return;
    }
    sockets.add(client);
    awaitSpeech();
    try {
      Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(upstream);
      if (refusing) { // since the check above: it must not get through either
        close(client);
        close(upstream);
        return;
      }
      Thread.ofVirtual().start(() -> copy(client, upstream));
      copy(upstream, client);
    } catch (IOException e) {
      close(client);
    }
  }

  private void copy(Socket from, Socket to) {
    byte[] bytes = new byte[16384];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        awaitSpeech();
        out.write(bytes, 0, read);
      }
    } catch (IOException e) {
      // one of both is gone, and takes the other with it
    }
  }

  private void awaitSpeech() {
    while (silent) {
      LockSupport.parkNanos(PAUSE);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      silent = false;
      server.close();
      cut();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
