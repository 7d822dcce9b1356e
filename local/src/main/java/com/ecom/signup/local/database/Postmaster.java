package com.ecom.signup.local.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The server's processes, found by the file that PostgreSQL keeps its process id in. */
final class Postmaster {

  private static final Duration DEATH = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(5);

  private final Path pidFile;

  Postmaster(Path data) {
    pidFile = data.resolve("postmaster.pid");
  }

  /** Whether a living process, and really PostgreSQL, holds the data. */
  boolean isRunning() throws IOException {
    return find() != null;
  }

  /**
   * Removes the file of a server that is gone. PostgreSQL would refuse to start if another program
   * had its number by now, which is usual after a container restarts.
   */
  void forgetUnlessRunning() throws IOException {
    if (!isRunning()) {
      Files.deleteIfExists(pidFile);
    }
  }

  /** SIGKILL to all at once, as a power cut. */
  void kill() throws IOException {
    List<ProcessHandle> all = all();
    all.forEach(ProcessHandle::destroyForcibly);
    long deadline = System.nanoTime() + DEATH.toNanos();
    while (all.stream().anyMatch(Postmaster::lives)) {
      if (System.nanoTime() > deadline) {
        throw new IOException("PostgreSQL survived SIGKILL for " + DEATH);
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    Files.deleteIfExists(pidFile);
  }

  /** SIGSTOP to all: once the first of them stands, none can come that was not told. */
  void stop() throws IOException {
    ProcessHandle postmaster = require();
    signal("STOP", Stream.of(postmaster));
    awaitStopped(postmaster);
    signal("STOP", postmaster.descendants());
  }

  /** Ends {@link #stop()}. */
  void goOn() throws IOException {
    signal("CONT", all().stream());
  }

  private static void signal(String name, Stream<ProcessHandle> processes) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "kill -\"$0\" \"$@\"", name));
    processes.forEach(process -> command.add(Long.toString(process.pid())));
    Commands.run(command);
  }

  /** A signal takes effect when the process is next scheduled; without {@code /proc}, by then. */
  private static void awaitStopped(ProcessHandle process) throws IOException {
    Path state = Path.of("/proc", Long.toString(process.pid()), "stat");
    long deadline = System.nanoTime() + DEATH.toNanos();
    while (Files.exists(state) && !Files.readString(state).matches("(?s).*\\) T .*")) {
      if (System.nanoTime() > deadline) {
        throw new IOException("PostgreSQL went on after SIGSTOP for " + DEATH);
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  private List<ProcessHandle> all() throws IOException {
    ProcessHandle postmaster = require();
    return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
  }

  private ProcessHandle require() throws IOException {
    ProcessHandle postmaster = find();
    if (postmaster == null) {
      throw new IllegalStateException("PostgreSQL is not running");
    }
    return postmaster;
  }

  private @Nullable ProcessHandle find() throws IOException {
    if (!Files.exists(pidFile)) {
      return null;
    }
    String number = Files.readString(pidFile).lines().findFirst().orElse("").strip();
    if (!number.matches("\\d{1,10}")) {
      return null;
    }
    return ProcessHandle.of(Long.parseLong(number))
        .filter(Postmaster::lives)
        .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
        .orElse(null);
  }

  /** A container whose first process doesn't bury orphans keeps the dead in its table. */
  private static boolean lives(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }
}
