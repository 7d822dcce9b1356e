package com.ecom.signup.benchmark;

/** The addresses of the benchmark: all of one length, spread over the index as people's are. */
final class Address {

  static final String BEFORE = "c";
  static final String AFTER = "@example.com";

  /** Of the customers that are there from the beginning; each run has a later one of its own. */
  static final int FIRST_SERIES = 100_000;

  private Address() {}

  /** What differs between addresses; load.lua and the SQL files say the same. */
  static String middle(long number, int series) {
    return 1_000_000_000 + number * 387_420_489 % 1_000_000_000 + "." + series;
  }
}
