package com.ecom.signup.benchmark;

import java.util.Locale;

/**
 * What the project wants of a figure, and what it is.
 *
 * @param atLeast whether more is better
 */
record Target(String name, boolean atLeast, double bound, String unit, double measured) {

  boolean isMet() {
    return atLeast ? measured >= bound : measured <= bound;
  }

  String wanted() {
    return String.format(Locale.ROOT, "%s %s %s", atLeast ? ">=" : "<=", Numbers.text(bound), unit)
        .strip();
  }

  String verdict() {
    return isMet() ? "ok" : "MISSED";
  }
}
