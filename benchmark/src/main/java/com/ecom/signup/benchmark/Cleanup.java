package com.ecom.signup.benchmark;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be stopped and removed at the end, whatever the end is; the latest goes first. */
final class Cleanup implements AutoCloseable {

  private final Deque<AutoCloseable> latestFirst = new ArrayDeque<>();
  private volatile boolean closed;

  /** Also when the JVM is told to end. */
  static Cleanup registered() {
    Cleanup cleanup = new Cleanup();
    Runtime.getRuntime().addShutdownHook(new Thread(cleanup::close));
    return cleanup;
  }

  synchronized <T extends AutoCloseable> T add(T resource) {
    latestFirst.push(resource);
    if (closed) {
      close();
      throw new Refusal("Stopped.");
    }
    return resource;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!latestFirst.isEmpty()) {
      try {
        latestFirst.pop().close();
      } catch (Exception e) {
        Progress.line("Not everything could be removed: %s".formatted(e));
      }
    }
  }
}
