package com.ecom.signup.benchmark;

import java.util.Locale;

/** Numbers as people read them: three digits that count, groups of thousands. */
final class Numbers {

  private Numbers() {}

  static String text(double value) {
    double size = Math.abs(value);
    if (size >= 100 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", value);
  }

  /** A dash where there is nothing. */
  static String orDash(double value) {
    return value == 0 ? "-" : text(value);
  }
}
