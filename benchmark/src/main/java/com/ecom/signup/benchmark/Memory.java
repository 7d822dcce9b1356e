package com.ecom.signup.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory of a process that is in RAM, in MB of a million bytes.
 *
 * @param resident now
 * @param peak the most it ever was
 */
record Memory(double resident, double peak) {

  private static final double BYTES_A_KIB = 1024;

  static Memory of(long pid) {
    try {
      return parse(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
    } catch (IOException e) {
      throw new UncheckedIOException("the service ended before its memory was read", e);
    }
  }

  static Memory parse(String status) {
    return new Memory(megabytes(status, "VmRSS"), megabytes(status, "VmHWM"));
  }

  private static double megabytes(String status, String name) {
    Matcher matcher = Pattern.compile("(?m)^" + name + ":\\s+(\\d+) kB$").matcher(status);
    if (!matcher.find()) {
      throw new IllegalArgumentException(
          "no " + name + " among " + status.lines().count() + " lines");
    }
    return Long.parseLong(matcher.group(1)) * BYTES_A_KIB / 1e6;
  }
}
