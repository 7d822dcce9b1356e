package com.ecom.signup.benchmark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CPU time that a shell's children took to the end, from what its {@code times} prints. */
final class ShellTimes {

  // The shell's own line, then the one of its children: 0m1.234s 0m0.567s
  private static final Pattern LINE =
      Pattern.compile("(?m)^(\\d+)m(\\d+\\.\\d+)s (\\d+)m(\\d+\\.\\d+)s$");

  private ShellTimes() {}

  /** Microseconds. */
  static long ofChildren(String output) {
    Matcher matcher = LINE.matcher(output);
    if (!matcher.find() || !matcher.find()) {
      throw new IllegalArgumentException("no times of a shell in:\n" + output);
    }
    return micros(matcher.group(1), matcher.group(2)) + micros(matcher.group(3), matcher.group(4));
  }

  private static long micros(String minutes, String seconds) {
    return Long.parseLong(minutes) * 60_000_000 + Math.round(Double.parseDouble(seconds) * 1e6);
  }
}
