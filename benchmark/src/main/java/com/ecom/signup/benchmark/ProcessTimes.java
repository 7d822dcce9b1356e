package com.ecom.signup.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * CPU time of a process, in microseconds.
 *
 * @param own in user and kernel mode
 * @param waited of children that ended and were waited for, with theirs
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
record ProcessTimes(long own, long waited) {

  /** USER_HZ is 100 wherever Linux runs a JVM. */
  private static final long MICROS_A_TICK = 10_000;

  private static final int MOST_ATTEMPTS = 1000;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(3);

  // Of the fields after the name: the fourteenth of all is the twelfth of these.
  private static final int USER = 11;

  /** The name, in parentheses, may hold blanks and parentheses itself. */
  static ProcessTimes parse(String stat) {
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    return new ProcessTimes(
        micros(fields, USER) + micros(fields, USER + 1),
        micros(fields, USER + 2) + micros(fields, USER + 3));
  }

  private static long micros(List<String> fields, int index) {
    return Long.parseLong(fields.get(index)) * MICROS_A_TICK;
  }

  /** Of a process alone; nothing when it has ended. */
  static ProcessTimes of(long pid) {
    try {
      return parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
    } catch (IOException e) {
      return new ProcessTimes(0, 0);
    }
  }

  /**
   * Of a process and all its children, the living and the dead. One that ends while this is read
   * would be counted among neither, so it is read again until none did.
   */
  static long ofFamily(long pid) {
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      long waited = of(pid).waited;
      Set<Long> children = children(pid);
      long living = children.stream().map(ProcessTimes::of).mapToLong(ProcessTimes::all).sum();
      ProcessTimes parent = of(pid);
      if (parent.waited == waited && children.equals(children(pid))) {
        return parent.all() + living;
      }
      Pause.of(BETWEEN_ATTEMPTS);
    }
    throw new Refusal("CPU time can't be read: children of process %d do not rest".formatted(pid));
  }

  private static Set<Long> children(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(ProcessHandle::descendants)
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }

  private long all() {
    return own + waited;
  }
}
