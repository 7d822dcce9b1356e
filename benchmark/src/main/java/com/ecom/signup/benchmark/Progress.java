package com.ecom.signup.benchmark;

import java.io.PrintStream;
import java.util.Locale;

/** Says what is going on, on the error stream: the output is the table's. */
final class Progress {

  private static final PrintStream OUT = System.err;

  private Progress() {}

  static void line(String text, Object... values) {
    OUT.println(String.format(Locale.ROOT, text, values));
  }

  /** The beginning of a line that ends with the outcome. */
  static void begin(String text) {
    OUT.print(text + " ... ");
    OUT.flush();
  }

  static void end(String text, Object... values) {
    OUT.println(String.format(Locale.ROOT, text, values));
  }
}
