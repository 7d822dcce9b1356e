package com.ecom.signup.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

  /** Of a process and all its children, the living and the dead. */
  static long ofFamily(long pid) {
    ProcessTimes parent = of(pid);
    long living =
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::descendants)
            .map(child -> of(child.pid()))
            .mapToLong(child -> child.own + child.waited)
            .sum();
    return parent.own + parent.waited + living;
  }
}
