package com.ecom.signup.benchmark;

import java.util.Locale;

/** What is measured without being asked for. */
enum Part {
  LOAD,
  START,
  QUARTER,
  IMPORT;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
