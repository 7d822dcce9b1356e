package com.ecom.signup.local.port;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port that nobody listens on, below those that systems give to outgoing connections: whoever
 * asks one of those whether a server is up yet can be given the same port for its own end, and then
 * talks to itself and keeps the server from listening.
 */
public final class FreePort {
  private static final int FIRST = 20_000;
  private static final int AFTER_LAST = 32_768;
  private static final int ATTEMPTS = 1000;

  /** Each is given once, since nobody listens yet on the one that was given before. */
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(AFTER_LAST - FIRST));

  private FreePort() {}

  /**
   * One that is free just now.
   *
   * @throws IllegalStateException if none is found
   */
  public static int find() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), AFTER_LAST - FIRST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no port is free from %d to %d".formatted(FIRST, AFTER_LAST));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
