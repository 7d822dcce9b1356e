package com.ecom.signup.benchmark;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** CPU time that a shell's children took to the end, from what its {@code times} prints. */
final class ShellTimes {

  // The shell's own line, then the one of its children: 0m1.234s 0m0.567s
  private static final Pattern LINE =
      Pattern.compile("(?m)^(\\d+)m(\\d+\\.\\d+)s (\\d+)m(\\d+\\.\\d+)s$");

  private ShellTimes() {}

  /** Microseconds. */
  static long ofChildren(String output) {
    MatchResult children =
        LINE.matcher(output)
            .results()
            .skip(1)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no times of a shell in:\n" + output));
    return micros(children.group(1), children.group(2))
        + micros(children.group(3), children.group(4));
  }

  private static long micros(String minutes, String seconds) {
    return Long.parseLong(minutes) * 60_000_000 + Math.round(Double.parseDouble(seconds) * 1e6);
  }
}
