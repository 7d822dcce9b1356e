package com.ecom.signup.fault;

import java.time.Duration;

/** How long the faults last and how often they come. */
enum Form {
  /** Part of every run of the tests. */
  SHORT,
  /** As long as in earnest. */
  FULL;

  static final Form CURRENT = "full".equals(System.getProperty("faults")) ? FULL : SHORT;

  int times(int inShort, int inFull) {
    return this == SHORT ? inShort : inFull;
  }

  Duration seconds(int inShort, int inFull) {
    return Duration.ofSeconds(times(inShort, inFull));
  }
}
