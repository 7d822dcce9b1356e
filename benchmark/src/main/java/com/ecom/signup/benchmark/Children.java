package com.ecom.signup.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Every process that was started here, so that none outlives this one. */
final class Children implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(5);

  private final Deque<Process> latestFirst = new ArrayDeque<>();
  private boolean closed;

  /** Of a process that does not know the AWS account and the language of who runs this. */
  static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  synchronized Process start(ProcessBuilder builder) {
    if (closed) {
      throw new Refusal("Stopped.");
    }
    try {
      Process process = builder.start();
      latestFirst.removeIf(earlier -> !earlier.isAlive());
      latestFirst.push(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(builder.command().getFirst() + " can't be started", e);
    }
  }

  /** Ends a process and those that it started. */
  static void stop(Process process) {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    if (!end(all)) {
      all.forEach(ProcessHandle::destroyForcibly);
      end(all);
    }
  }

  private static boolean end(List<ProcessHandle> all) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (all.stream().anyMatch(Children::lives)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Pause.of(POLL);
    }
    return true;
  }

  /** A container whose first process doesn't bury orphans keeps the dead in its table. */
  static boolean lives(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  @Override
  public synchronized void close() {
    closed = true;
    latestFirst.forEach(Children::stop);
    latestFirst.clear();
  }
}
