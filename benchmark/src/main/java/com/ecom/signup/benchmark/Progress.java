package com.ecom.signup.benchmark;

import java.io.PrintStream;

/** Says what is going on, on the error stream: the output is the table's. */
final class Progress {

  private static final PrintStream OUT = System.err;

  private Progress() {}

  static void line(String text) {
    OUT.println(text);
  }

  /** The beginning of a line that ends with the outcome. */
  static void begin(String text) {
    OUT.print(text + " ... ");
    OUT.flush();
  }

  static void end(String text) {
    OUT.println(text);
  }
}
